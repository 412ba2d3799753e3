/** Namespace of the add-in's functions, before the dot of every formula. */
export const NAMESPACE = "NOR";

/** Quoted texts and quoted sheet names, where a function's name means nothing. */
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;
/** Excel shows `NOR.NAME(`; where the add-in is not installed a file may show the name as it is stored. */
const OWN = new RegExp(String.raw`(?<![\p{L}\d_.])(?:_xldudf_)?${NAMESPACE}[._][A-Z]+\s*\(`, "iu");

/**
 * Whether a formula calls a function of the add-in.
 * @example hasAddinFunction('=IF(NOR.LOWRESULT(A1:B1),1,0)') // true
 * @example hasAddinFunction('="NOR.LOWRESULT("') // false
 */
export function hasAddinFunction(formula: unknown): boolean {
  return typeof formula === "string" && formula.startsWith("=") && OWN.test(formula.replace(QUOTED, '""'));
}

/**
 * A formula with English separators as the user's Excel shows it: the list separator is `;` where a comma parts
 * decimals. Texts in quotes and names of sheets stay.
 * @example withListSeparator('=NOR.TREND(A1:B1,0.5)', ";") // "=NOR.TREND(A1:B1;0,5)"
 */
export function withListSeparator(formula: string, separator: "," | ";"): string {
  if (separator === ",") return formula;
  const outside = (text: string): string => text.replaceAll(",", ";").replace(/(?<=\d)\.(?=\d)/g, ",");
  let shown = "";
  let from = 0;
  for (const { 0: quoted, index } of formula.matchAll(QUOTED)) {
    shown += outside(formula.slice(from, index)) + quoted;
    from = index + quoted.length;
  }
  return shown + outside(formula.slice(from));
}

/** The list separator of a language: where a comma parts decimals, Excel parts a list by semicolons. */
export function listSeparator(language: string): "," | ";" {
  try {
    return new Intl.NumberFormat(language).format(0.5).includes(",") ? ";" : ",";
  } catch {
    return ";"; // not a language tag: the add-in is Russian first
  }
}

/** A reference: cells, whole columns or rows, a sheet before them; or a table with its columns. */
const REFERENCE =
  /^(?:(?:'(?:[^']|'')+'|[\p{L}\d_.]+)!)?(?:\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\d+:\d+)#?$|^[\p{L}_][\p{L}\d_.]*\[.*\]$/iu;

/**
 * What a user typed for a parameter as a formula has it: a reference stays, a Russian number becomes an English one,
 * «сегодня» the function, other text goes into quotes.
 * @example argumentOf("30,5 %") // "30.5%"
 */
export function argumentOf(typed: string): string {
  const text = typed.trim();
  if (text === "") return "";
  if (REFERENCE.test(text)) return text;
  if (/^=?(?:today|сегодня)(?:\(\))?$/i.test(text)) return "TODAY()";
  const number = /^(-?(?:0|[1-9]\d*))(?:[.,](\d+))?\s*(%?)$/.exec(text);
  if (number !== null) {
    const [, whole = "", fraction, percent = ""] = number;
    return `${whole}${fraction === undefined ? "" : `.${fraction}`}${percent}`;
  }
  return `"${text.replace(/^«(.*)»$/, "$1").replaceAll('"', '""')}"`;
}

/** A call with English separators; what is left out at the end is left out. @param typed what stands for each parameter */
export function callOf(id: string, typed: readonly string[]): string {
  const args = typed.map(argumentOf);
  while (args.at(-1) === "") args.pop();
  return `=${NAMESPACE}.${id}(${args.join(",")})`;
}
