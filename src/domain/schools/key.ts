import { normaliseMunicipality, normaliseSchoolName } from "./name";

/** Key of a school known by its ФИС ОКО login. @example loginKey("223017") // "edu:223017" */
export function loginKey(digits: string): string {
  return `edu:${digits}`;
}

/**
 * Key of a school known by its exam code only. ОГЭ and ЕГЭ codes are kept apart: ФИС ОКО's own questionnaire asks for
 * them as two codes, so equal digits do not prove one school.
 * @example examCodeKey("ОГЭ", "111002") // "code:ОГЭ:111002"
 */
export function examCodeKey(form: string, code: string): string {
  return `code:${form}:${code}`;
}

/**
 * Key of a school known by its name: the same for every spelling that differs in nothing that matters, another one in
 * another municipality.
 * @example schoolKey("МБОУ «СОШ № 5»") // "name:сош 5"
 * @example schoolKey("СОШ №5", "Н-ский район") // "name:сош 5@н ский район"
 */
export function schoolKey(name: string, municipality = ""): string {
  return nameKey(normaliseSchoolName(name), normaliseMunicipality(municipality));
}

/** The same of parts normalised before. */
export function nameKey(name: string, municipality: string): string {
  return municipality === "" ? `name:${name}` : `name:${name}@${municipality}`;
}
