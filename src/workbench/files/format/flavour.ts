/** Namespaces of a file: transitional, as everybody writes, or strict. */
export interface Flavour {
  readonly main: string;
  readonly relation: string;
}

const TRANSITIONAL: Flavour = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
const STRICT: Flavour = {
  main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
  relation: "http://purl.oclc.org/ooxml/officeDocument/relationships",
};

/** Namespaces that new parts of this workbook must have. */
export function flavourOf(workbookXml: string): Flavour {
  return workbookXml.includes(STRICT.main) ? STRICT : TRANSITIONAL;
}
