import { isRecord } from "../sheets/kept-state";

/**
 * What a run leaves in a setting of the workbook while it writes. A batch is not a transaction: until `committed` an
 * unfinished run is taken back, from then on it is finished.
 */
export interface Journal {
  /** Stands in the fingerprint of the sheets that this run makes, so that no other sheet is taken for one of them. */
  readonly run: string;
  readonly committed: boolean;
  /** Fingerprint that each new sheet gets in the end, by our id of the sheet. */
  readonly created: Readonly<Record<string, string>>;
  /** Name under which each new sheet is added, by the same id; there from when all was checked until `committed`. */
  readonly names?: Readonly<Record<string, string>>;
  /** Parts of generated states that were there before the run; null for a run that adds none. */
  readonly kept: readonly string[] | null;
  /** Parts that go with its end. */
  readonly remove: readonly string[];
  /** Ids of the sheets that the run closes: no other sheet is opened after it. */
  readonly held: readonly string[];
  /** The run closes the structure of the workbook: sheets cannot be renamed, moved, added or deleted meanwhile. */
  readonly structure?: true;
  /** The run wrote over what the user did in that moment: nothing is to be finished, what stood there goes back. */
  readonly back?: true;
}

/**
 * A journal of a run that changes what is there and makes nothing new.
 * @param run its number
 * @param held as `Journal.held`
 */
export const journalInPlace = (run: string, held: readonly string[] = []): Journal => ({
  run,
  committed: false,
  created: {},
  kept: null,
  remove: [],
  held,
});

/** @returns null for what no run wrote */
export function readJournal(value: unknown): Journal | null {
  let raw: unknown;
  try {
    raw = JSON.parse(String(value));
  } catch {
    return null;
  }
  if (!isRecord(raw) || typeof raw["run"] !== "string" || !isRecord(raw["created"])) return null;
  const texts = (list: unknown): string[] =>
    Array.isArray(list) ? list.filter((item): item is string => typeof item === "string") : [];
  const textsById = (record: object): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  return {
    run: raw["run"],
    committed: raw["committed"] === true,
    created: textsById(raw["created"]),
    ...(isRecord(raw["names"]) ? { names: textsById(raw["names"]) } : {}),
    kept: raw["kept"] === null ? null : texts(raw["kept"]),
    remove: texts(raw["remove"]),
    held: texts(raw["held"]),
    ...(raw["structure"] === true ? { structure: true } : {}),
    ...(raw["back"] === true ? { back: true } : {}),
  };
}
