import { parseCell } from "../results/cell";
import { loginKey, schoolKey } from "../schools/key";
import { normaliseSchoolName, splitLogin } from "../schools/name";
import { findNearPairs } from "../schools/near";
import { elementwise, readText } from "./elementwise";
import { isProblem, valueProblem, type CellProblem, type Input, type Range } from "./input";

/** A school as a cell names it. */
interface Named {
  /** As written. */
  readonly name: string;
  /** As it is compared. */
  readonly normalised: string;
  /** Digits of the ФИС ОКО login. */
  readonly login: string | null;
}

/**
 * The key by which the button tells schools apart: by the ФИС ОКО login, else by the normalised name.
 * @returns "" for a blank cell and for «-» or «н/д»: two such cells are not one school.
 * @example schoolKeys([["МБОУ «СОШ № 5»"]]) // [["name:сош 5"]]
 */
export function schoolKeys(names: Range): (string | CellProblem)[][] | CellProblem {
  return elementwise([names], ([cell], row, column) => {
    const school = readName(cell ?? null, row, column);
    if (school === null) return "";
    if (isProblem(school)) return school;
    return school.login === null ? schoolKey(school.name) : loginKey(school.login);
  });
}

/** Whether two spellings are one school; `ask` where only a person can tell. */
export type SameSchool = boolean | "ask" | "noData";

/** @example sameSchools([["СОШ №5"]], [["МБОУ « СОШ № 5»"]]) // [[true]] */
export function sameSchools(first: Range, second: Range): (SameSchool | CellProblem)[][] | CellProblem {
  return elementwise([first, second], ([a, b], row, column) => {
    const left = readName(a ?? null, row, column);
    if (isProblem(left)) return left;
    const right = readName(b ?? null, row, column);
    if (isProblem(right)) return right;
    return left === null || right === null ? "noData" : compare(left, right);
  });
}

/** @returns null where the cell names no school; a problem for TRUE, FALSE and an error written as text. */
function readName(input: Input, row: number, column: number): Named | null | CellProblem {
  const text = readText(input, row, column);
  if (isProblem(text)) return text;
  const { kind } = parseCell(text);
  if (typeof input === "boolean" || kind === "error") {
    return valueProblem("notAName", { text: booleanText(input) ?? text, row, column });
  }
  if (kind === "blank" || kind === "noData") return null;
  const { name, login } = splitLogin(text);
  const normalised = normaliseSchoolName(name);
  return normalised === "" && login === null ? null : { name, normalised, login };
}

/** As Russian Excel shows it. */
const booleanText = (input: Input): string | null =>
  typeof input === "boolean" ? (input ? "ИСТИНА" : "ЛОЖЬ") : null;

function compare(one: Named, other: Named): SameSchool {
  if (one.login !== null && other.login !== null) return one.login === other.login;
  if (one.normalised === other.normalised) return true;
  const candidate = (key: string, { normalised, login }: Named) => ({
    key,
    names: [normalised],
    municipality: "",
    login: login !== null,
  });
  const pairs = findNearPairs([candidate("a", one), candidate("b", other)]);
  return pairs.length > 0 ? "ask" : false;
}
