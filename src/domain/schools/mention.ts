import type { Mention as Mentioned, Result } from "../results/result";
import { remembered } from "../results/text";
import { examCodeKey, loginKey, nameKey } from "./key";
import { loginDigits, normaliseMunicipality, normaliseSchoolName, splitLogin } from "./name";

/** One way in which the sheets name a school: the same for all rows with equal name, code and municipality. */
export interface Mention {
  /** As written, tidied; empty where the sheet gives only a code. */
  readonly spelling: string;
  /** Normalised; empty where there is none. */
  readonly name: string;
  readonly municipality: string;
  readonly municipalitySpelling: string;
  readonly login: string | null;
  /** Key of the exam code, which carries the form; null where there is none. */
  readonly code: string | null;
  /** The key that this mention has by itself, whatever other rows there are. */
  readonly ownKey: string;
}

/** Mentions and, per result, the number of its mention; −1 where a row names no school at all. */
export interface Mentions {
  readonly list: readonly Mention[];
  readonly ofResult: Int32Array;
  /** The same per school that is only mentioned. */
  readonly ofMentioned: readonly number[];
}

const normalisedName = remembered(normaliseSchoolName);
const normalisedMunicipality = remembered(normaliseMunicipality);
const namePlusLogin = remembered(splitLogin);

/** Names are normalised once per spelling, not once per row. */
export function collectMentions(results: readonly Result[], mentioned: readonly Mentioned[] = []): Mentions {
  const list: Mention[] = [];
  const ofResult = new Int32Array(results.length);
  const known = new Map<string, number>();
  results.forEach((result, i) => {
    const previous = results[i - 1];
    if (previous !== undefined && namesAlike(previous, result)) {
      ofResult[i] = ofResult[i - 1] ?? -1;
      return;
    }
    const key = [
      result.school,
      result.schoolCode ?? "",
      result.municipality ?? "",
      result.procedure.form,
    ].join("\n");
    let number = known.get(key);
    if (number === undefined) {
      const mention = readMention(result);
      number = mention === null ? -1 : list.push(mention) - 1;
      known.set(key, number);
    }
    ofResult[i] = number;
  });
  const ofMentioned = mentioned.map((each) => {
    const mention = readMention(each);
    return mention === null ? -1 : list.push(mention) - 1;
  });
  return { list, ofResult, ofMentioned };
}

/** Rows of one school mostly stand together: this spares most of the look-ups. */
function namesAlike(a: Result, b: Result): boolean {
  return (
    a.school === b.school &&
    a.schoolCode === b.schoolCode &&
    a.municipality === b.municipality &&
    (a.schoolCode === undefined || a.procedure.form === b.procedure.form)
  );
}

/** An exam code means nothing without the form that it belongs to: a school that is only mentioned goes by its name. */
function readMention({
  school,
  schoolCode = "",
  municipality = "",
  procedure,
}: Mentioned & Partial<Pick<Result, "procedure">>): Mention | null {
  const { name: spelling, login: gluedLogin } = namePlusLogin(school);
  const login = loginDigits(schoolCode) ?? gluedLogin;
  const plainCode = loginDigits(schoolCode) === null ? schoolCode.trim() : "";
  const code = plainCode === "" || procedure === undefined ? null : examCodeKey(procedure.form, plainCode);
  const name = normalisedName(spelling);
  const scope = normalisedMunicipality(municipality);
  const ownKey = login !== null ? loginKey(login) : name !== "" ? nameKey(name, scope) : code;
  if (ownKey === null) return null;
  return {
    spelling,
    name,
    municipality: scope,
    municipalitySpelling: municipality.trim(),
    login,
    code,
    ownKey,
  };
}
