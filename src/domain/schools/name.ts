import { own } from "../text/own";
/**
 * Names of schools as staff write them, brought to one form for comparison. Facts about how they vary: domain
 * reference, section Schools (straight and angled quotes, «№5» / «№ 5», Latin letters, МКОУ / МБОУ for one school).
 */

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const LOGIN = /(?<![a-z])(?:edu|sch|ksh)(\d{4,})(?!\d)/i;
const LOGIN_WITH_BRACKETS = /[([]?\s*(?<![a-z])(?:edu|sch|ksh)\d{4,}(?!\d)\s*[)\]]?/gi;
/** Second half of the group row «…(edu200001) | Кол-во участников: 89» of ФИС ОКО. */
const GROUP_ROW_TAIL = /\|\s*кол-во участников.*$/i;
const QUOTES = /["'`´«»„“”‟‘’‚‛‹›″′]/g;
const NUMBER_SIGN = /(?:(?:№|#|(?<![\p{L}\d])(?:N[oо]?|номер))\s*\.?\s*)+(?=\d)/giu;

const LATIN_LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ A: "А", B: "В", C: "С", E: "Е", H: "Н", K: "К", M: "М", O: "О", P: "Р", T: "Т", X: "Х", Y: "У" },
  ...{ a: "а", c: "с", e: "е", k: "к", o: "о", p: "р", x: "х", y: "у" },
};

/** Municipal and state legal forms: МКОУ and МБОУ of one name are one school, so they are left out. */
const PUBLIC_FORMS =
  "мкоу|мбоу|маоу|моу|мобу|моку|моау|мбноу|маноу|мбу|мку|мау|гбоу|гкоу|гаоу|гоу|боу|коу|аоу|кгбоу|кгкоу|огбоу|огкоу|огаоу|обоу|окоу|фгкоу|фгбоу|оу|оо";
/** A private school of the same name is another school: its legal form is kept, in one spelling. */
const PRIVATE_FORMS = "чоу|ноу|нчоу|аноо|ано|оано|очу|ночу|чу|чуоо";
const PRIVATE = "частная";
const TYPES = "сош|оош|нош|лицей|гимназия";

const neuter =
  "муниципальн|государственн|областн|краев|республиканск|федеральн|районн|городск|бюджетн|казенн|автономн|нетипов|общеобразовательн|образовательн";
const school = "(?:обще)?образовательн(?:ая|ой) школ(?:а|ы)";

/** Wordings brought to one, in this order. Applied to text of lower-case words with single spaces. */
const WORDINGS: readonly (readonly [RegExp, string])[] = [
  [word(`(?:частн|негосударственн)(?:ое|ого) (?:(?:${neuter})(?:ое|ого) )*учреждени(?:е|я)`), PRIVATE],
  [
    word(
      `(?:автономн(?:ая|ой) некоммерческ|частн)(?:ая|ой)(?: (?:обще)?образовательн(?:ая|ой))? организаци(?:я|и)`,
    ),
    PRIVATE,
  ],
  [word(`(?:(?:${neuter})(?:ое|ого) )+учреждени(?:е|я)`), ""],
  [word(`(?:вечерн(?:яя|ей)) сменн(?:ая|ой) ${school}`), "всош"],
  [word(`(?:открыт(?:ая|ой)) сменн(?:ая|ой) ${school}`), "осош"],
  [word(`средн(?:яя|ей) ${school}`), "сош"],
  [word(`основн(?:ая|ой) ${school}`), "оош"],
  [word(`начальн(?:ая|ой) ${school}`), "нош"],
  [word("средн(?:яя|ей) школ(?:а|ы)"), "сш"],
  [word("основн(?:ая|ой) школ(?:а|ы)"), "ош"],
  [word("начальн(?:ая|ой) школ(?:а|ы)"), "нш"],
  [word("(?:с )?углубленным изучением отдельных предметов"), "с уиоп"],
  [word("детск(?:ий|ого) сада?"), "дс"],
  [word(`(?:${PUBLIC_FORMS})(${TYPES})`), "$1"],
  [word(`(?:${PUBLIC_FORMS})`), ""],
  [word(`(?:${PRIVATE_FORMS})`), PRIVATE],
  [word("имени"), "им"],
  [word("город[ае]?|гор"), "г"],
  [word("сел[оае]"), "с"],
  [word("поселок|поселка|поселке|пос"), "п"],
  [word("деревн[яиие]|дер"), "д"],
];

function word(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, "gu");
}

/** Name and ФИС ОКО login of a cell that glues them: «СОШ №1(edu200001)», «edu200001 | СОШ №1». */
export interface NameAndLogin {
  /** The name without its login, spaces tidied, spelling kept. */
  readonly name: string;
  /** Digits of the login; `sch` until 2021 and `edu` after have the same ones. Null where there is no login. */
  readonly login: string | null;
}

/** @example splitLogin("МБОУ «СОШ №1»(edu200001)") // { name: "МБОУ «СОШ №1»", login: "200001" } */
export function splitLogin(text: string): NameAndLogin {
  const login = loginDigits(text);
  const rest = text.replace(GROUP_ROW_TAIL, "");
  const name = login === null ? rest : rest.replace(LOGIN_WITH_BRACKETS, " ").replace(/^[\s|]+|[\s|]+$/g, "");
  return { name: tidyName(name), login };
}

/** @example loginDigits("sch223017") // "223017" @returns null for an exam code or a bare number. */
export function loginDigits(code: string): string | null {
  return LOGIN.exec(code)?.[1] ?? null;
}

/** Stray spaces go, also inside quotes; everything else stays as the sheet has it. */
export function tidyName(text: string): string {
  return text
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/\s+/g, " ")
    .replace(/([«„“]) /g, "$1")
    .replace(/ ([»”])/g, "$1")
    .replace(/" ?([^"]*?) ?"/g, '"$1"')
    .trim();
}

/**
 * The name as a document prints it: typographic quotes, «№ 5», no Latin letters inside Cyrillic words.
 * @example documentName('МБОУ "СОШ №5"') // "МБОУ «СОШ № 5»"
 */
export function documentName(name: string): string {
  return mendLookAlikes(tidyName(name))
    .replace(/["“„]([^"“”„]*)["”“]/g, "«$1»")
    .replace(/№\s*(?=\d)/g, "№ ");
}

/**
 * The form in which two spellings of one school are equal: lower case, е for ё, no quotes and punctuation, no number
 * sign, no legal form, types abbreviated. The type (СОШ, ООШ, лицей…), the number, the settlement and «им. …» stay:
 * what they tell apart is never merged by this function.
 * @example normaliseSchoolName("МБОУ « Берёзовская средняя общеобразовательная школа № 5»(edu200001)") // "березовская сош 5"
 * @returns "" for a text without letters and digits; a bare legal form is kept, so that it stays visible.
 */
export function normaliseSchoolName(text: string): string {
  const words = simplify(splitLogin(text).name);
  let result = words;
  for (const [pattern, replacement] of WORDINGS) result = collapse(result.replace(pattern, replacement));
  return result === "" ? words : result;
}

/**
 * A municipality's name for comparison. «Муниципальный район», «муниципальный округ» and «район» are one (districts
 * became okrugs in the 2020s); a city okrug stays apart from a district of the same name.
 * @example normaliseMunicipality("reg20_m012 | Н-ский муниципальный район") // "н ский район"
 */
export function normaliseMunicipality(text: string): string {
  const plain = simplify(tidyName(text.replace(/[([|]*\s*reg\d+(?:_m\d+)?\s*[)\]|]*/gi, " ")));
  return collapse(
    plain
      .replace(word("городск(?:ой|ого) округа?|города?|г|го"), "го")
      .replace(word("муниципальн(?:ый|ого) (?:округа?|района?)|округа?|района?|р н|мо|мр"), "район"),
  );
}

/** Lower-case words and numbers with single spaces, in Cyrillic where a word is Cyrillic at all. */
function simplify(name: string): string {
  return collapse(
    mendLookAlikes(name.replace(NUMBER_SIGN, " "))
      .toLowerCase()
      .replace(/ё/g, "е")
      .replace(QUOTES, " ")
      // «В(С)ОШ»: brackets inside a word belong to it
      .replace(/(?<=\p{L})\((\p{L}{1,2})\)(?=\p{L})/gu, "$1")
      .replace(/[^\p{L}\d]+/gu, " ")
      .replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, " ")
      // «N. 5», once its stop is gone
      .replace(NUMBER_SIGN, " ")
      .replace(/(?<!\d)0+(?=\d)/g, ""),
  );
}

function mendLookAlikes(text: string): string {
  if (!/[а-яё]/i.test(text)) return text;
  return text.replace(/\p{L}+/gu, (letters) => {
    const mixed = /[а-яё]/i.test(letters) && /[a-z]/i.test(letters);
    if (!mixed && !/^[ABCEHKMOPTXY]+$/.test(letters)) return letters;
    return Array.from(letters, (letter) => own(LATIN_LOOKALIKES, letter) ?? letter).join("");
  });
}

function collapse(text: string): string {
  return text.replace(/ {2,}/g, " ").trim();
}
