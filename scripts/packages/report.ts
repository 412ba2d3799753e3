import { unzipSync } from "fflate";
import { comparePackages, elementsOf, type PartChange } from "./compare";
import { EDITS } from "./edits";
import { bytesOf, WRITERS, type WriterFile } from "./writers";

/** One workbook after one edit. */
export interface EditedPackage {
  readonly edit: string;
  readonly parts: readonly EditedPart[];
}

/** `lost` is what is not there any more and was not for the edit to replace. */
export interface EditedPart extends PartChange {
  /** Elements that the edit itself wrote anew. */
  readonly replaced: number;
}

export interface WriterReport {
  readonly writer: string;
  readonly before: Uint8Array;
  readonly edited: readonly EditedPackage[];
}

/** Runs every edit over the workbook of one writer. */
async function reportOf(file: WriterFile): Promise<WriterReport> {
  const before = bytesOf(file);
  const edited: EditedPackage[] = [];
  for (const { name, run, replaces } of EDITS) {
    const parts = comparePackages(before, await run(file)).map((change): EditedPart => {
      const lost = change.lost.filter((item) => !replaces.some((allowed) => allowed.test(item)));
      return { ...change, lost, replaced: change.lost.length - lost.length };
    });
    edited.push({ edit: name, parts });
  }
  return { writer: file.writer, before, edited };
}

/** Kinds of content that live in parts of their own. */
const PART_KINDS: readonly (readonly [string, RegExp])[] = [
  ["charts", /\/charts\/[^/]+\.xml$/],
  ["drawings", /\/drawings\/drawing[^/]*\.xml$/],
  ["pictures", /\/media\//],
  ["comments", /\/comments[^/]*\.xml$|\/comments\/[^/]+\.xml$/],
  ["shapes of comments and controls", /\.vml$/],
  ["pivot tables and their caches", /\/pivot(?:Tables|Cache)\/[^/]+\.xml$/],
  ["VBA", /vbaProject\.bin$/],
  ["custom XML", /^customXml\/item\d+\.xml$/],
  ["tables", /\/tables\/[^/]+\.xml$/],
];

/** Kinds of content that are elements of parts with other things in them. */
const ELEMENT_KINDS: readonly (readonly [string, RegExp])[] = [
  ["defined names", /^workbook\/definedNames\/definedName/],
  ["hidden sheets", /^workbook\/sheets\/sheet\[.*\[state=(?:veryH|h)idden\]/],
  ["conditional formats", /^worksheet\/(?:.*\/)?conditionalFormatting\/cfRule(?:\[|$)/],
  ["number formats", /^styleSheet\/numFmts\/numFmt/],
  ["cell formats", /^styleSheet\/cellXfs\/xf/],
  ["drop-downs", /^worksheet\/dataValidations\/dataValidation\[/],
  ["links", /^worksheet\/hyperlinks\/hyperlink/],
  ["merged cells", /^worksheet\/mergeCells\/mergeCell/],
  ["sparklines", /\/sparkline$/],
  ["cells", /^worksheet\/sheetData\/row\/c\[/],
];

/** `docs/packages.md`: every figure comes from the comparison. */
export function formatReport(reports: readonly WriterReport[]): string {
  const header = `| content | ${reports.map(({ writer }) => writer).join(" | ")} |`;
  const rule = `|---|${"---|".repeat(reports.length)}`;
  const rows = [
    ...PART_KINDS.map(([name, kind]) => [name, ...reports.map((report) => partCell(report, kind))]),
    ...ELEMENT_KINDS.map(([name, kind]) => [name, ...reports.map((report) => elementCell(report, kind))]),
  ];
  return [
    HEAD,
    header,
    rule,
    ...rows.map((row) => `| ${row.join(" | ")} |`),
    "",
    ...reports.flatMap(formatParts),
  ].join("\n");
}

const HEAD = `# What a save keeps, part by part

Written by \`npx tsx scripts/packages/table.ts\`; a test compares it with what comes out now. The workbooks are those of \`test/fixtures/packages\`, each written by the
program named (\`scripts/packages/build.ts\`), the custom XML part by the script. Each is opened in the embedded host, changed through office.js and saved:
${EDITS.map(({ name }) => name).join("; ")}. «same bytes» holds after every one of these. Where a part is changed, its elements are counted: those
of the file before that are there as they were, beside those that the edit itself writes (the changed cells, the area in use, which sheet is looked at). A dash: the
writer put none into the file.
`;

function partCell({ before, edited }: WriterReport, kind: RegExp): string {
  const names = Object.keys(unzipSync(before)).filter((name) => !name.endsWith("/") && kind.test(name));
  if (names.length === 0) return "—";
  const same = names.filter((name) =>
    edited.every(({ parts }) => parts.some(({ part, outcome }) => part === name && outcome === "same")),
  ).length;
  const many = `${names.length} ${names.length === 1 ? "part" : "parts"}`;
  return same === names.length ? `${many}, same bytes` : `${same} of ${many} the same bytes`;
}

function elementCell({ before, edited }: WriterReport, kind: RegExp): string {
  const parts = Object.entries(unzipSync(before)).filter(([name]) =>
    /^xl\/(?:workbook|styles|worksheets\/[^/]+)\.xml$/.test(name),
  );
  const all = parts.flatMap(([, bytes]) => elementsOf(bytes)).filter((item) => kind.test(item)).length;
  if (all === 0) return "—";
  const worst = Math.max(
    ...edited.map(
      ({ parts: changed }) => changed.flatMap(({ lost }) => lost).filter((item) => kind.test(item)).length,
    ),
  );
  return `${all - worst} of ${all}`;
}

/** Parts of one workbook, an edit per column: same bytes, or elements kept. */
function formatParts({ writer, edited }: WriterReport): string[] {
  const names = [
    ...new Set(
      edited.flatMap(({ parts }) =>
        parts.filter(({ outcome }) => outcome !== "added").map(({ part }) => part),
      ),
    ),
  ];
  const cell = (name: string, { parts }: EditedPackage): string => {
    const found = parts.find(({ part }) => part === name);
    if (!found || found.outcome === "gone") return "gone";
    return found.outcome === "same"
      ? "same bytes"
      : `${found.before - found.replaced - found.lost.length} of ${found.before - found.replaced}${found.replaced === 0 ? "" : `, ${found.replaced} written`}`;
  };
  const changed = names.filter((name) => edited.some((each) => cell(name, each) !== "same bytes"));
  return [
    `## ${writer}`,
    "",
    `${names.length - changed.length} of ${names.length} parts have the same bytes after every edit. The others:`,
    "",
    `| part | ${edited.map(({ edit }) => edit).join(" | ")} |`,
    `|---|${"---|".repeat(edited.length)}`,
    ...changed.map((name) => `| ${name} | ${edited.map((each) => cell(name, each)).join(" | ")} |`),
    "",
  ];
}

export async function allReports(): Promise<WriterReport[]> {
  const reports: WriterReport[] = [];
  for (const file of WRITERS) reports.push(await reportOf(file));
  return reports;
}
