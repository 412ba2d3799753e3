import type { Source } from "../problem";

export type RegistryField =
  | "key"
  | "name"
  | "shortName"
  | "aliases"
  | "different"
  | "login"
  | "codeOge"
  | "codeEge"
  | "municipality"
  | "parent"
  | "excluded"
  | "reason";

/** A school as the user keeps it on the sheet «Школы». */
export interface RegistryEntry {
  /** As the first run wrote it, or made from login, name and municipality in a row that the user added. */
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  /** Other names and logins of the same school. */
  readonly aliases: readonly string[];
  /** Names of schools that look alike and are others. */
  readonly different: readonly string[];
  /** Digits; null where there is none. */
  readonly login: string | null;
  readonly codeOge: string;
  readonly codeEge: string;
  readonly municipality: string;
  /** Name, login or key of the school that this one is a branch of or went over into; empty: of none. */
  readonly parent: string;
  readonly excluded: boolean;
  readonly reason: string;
  readonly at: Readonly<Record<RegistryField, Source>>;
}
