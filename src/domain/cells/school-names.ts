import { loginKey, schoolKey } from "../schools/key";
import { normaliseSchoolName, splitLogin } from "../schools/name";
import { findNearPairs } from "../schools/near";
import { elementwise, readText } from "./elementwise";
import { isProblem, type CellProblem, type Range } from "./input";

/**
 * The key by which the button tells schools apart: by the ФИС ОКО login, else by the normalised name.
 * @returns "" for a blank cell.
 * @example schoolKeys([["МБОУ «СОШ № 5»"]]) // [["name:сош 5"]]
 */
export function schoolKeys(names: Range): (string | CellProblem)[][] | CellProblem {
  return elementwise([names], ([cell], row, column) => {
    const text = readText(cell ?? null, row, column);
    if (isProblem(text) || text === "") return text;
    const { name, login } = splitLogin(text);
    return login === null ? schoolKey(name) : loginKey(login);
  });
}

/** Whether two spellings are one school; `ask` where only a person can tell. */
export type SameSchool = boolean | "ask" | "noData";

/** @example sameSchools([["СОШ №5"]], [["МБОУ « СОШ № 5»"]]) // [[true]] */
export function sameSchools(first: Range, second: Range): (SameSchool | CellProblem)[][] | CellProblem {
  return elementwise([first, second], ([a, b], row, column) => {
    const left = readText(a ?? null, row, column);
    if (isProblem(left)) return left;
    const right = readText(b ?? null, row, column);
    if (isProblem(right)) return right;
    return left === "" || right === "" ? "noData" : compare(left, right);
  });
}

function compare(left: string, right: string): SameSchool {
  const [one, other] = [splitLogin(left), splitLogin(right)];
  if (one.login !== null && other.login !== null) return one.login === other.login;
  const [name, otherName] = [normaliseSchoolName(one.name), normaliseSchoolName(other.name)];
  if (name === otherName) return true;
  const candidate = (key: string, normalised: string, login: string | null) => ({
    key,
    names: [normalised],
    municipality: "",
    login: login !== null,
  });
  const pairs = findNearPairs([candidate("a", name, one.login), candidate("b", otherName, other.login)]);
  return pairs.length > 0 ? "ask" : false;
}
