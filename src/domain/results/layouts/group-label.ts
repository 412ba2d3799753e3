import { splitLogin } from "../../schools/name";
import { loginOf, rowKind } from "../row-words";
import { remembered } from "../text";

/** What a row of «Группы участников» is: ФИС ОКО lists the whole country, the region, municipalities and schools. */
export type GroupLabel =
  | { readonly kind: "school"; readonly name: string; readonly code?: string }
  | { readonly kind: "municipality"; readonly name: string }
  | { readonly kind: "region" | "total" | "note" | "other" };

/**
 * Reads the label of a group. A login proves a school and a code `reg…` a municipality, whatever the words say.
 * @example groupLabel("МБОУ «СОШ №1»(edu200001)") // { kind: "school", name: "МБОУ «СОШ №1»", code: "edu200001" }
 */
export const groupLabel: (text: string) => GroupLabel = remembered((text) => {
  const login = loginOf(text);
  if (login !== null) return { kind: "school", name: splitLogin(text).name, code: login };
  const municipality = /^(.*?)\s*\(reg\d+_m\d+\)\s*$/i.exec(text)?.[1];
  if (municipality !== undefined) return { kind: "municipality", name: municipality };
  const kind = rowKind(text);
  if (kind === "school") return { kind, name: splitLogin(text).name };
  return kind === "region" && !/област|край|края|республик/i.test(text)
    ? { kind: "municipality", name: text }
    : { kind };
});

/**
 * The municipality that the rows above tell. Two municipalities one after the other are a list of all of them, and
 * say nothing of the schools below.
 */
export class CurrentMunicipality {
  name: string | undefined;
  private before = false;

  municipality(name: string): void {
    this.name = this.before ? undefined : name;
    this.before = true;
  }

  school(): void {
    this.before = false;
  }
}
