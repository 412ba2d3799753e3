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
