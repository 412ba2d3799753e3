import type { Identification } from "../identification/identify";
import { countsOf } from "../identification/low";
import type { Source } from "../problem";
import { procedureTitle } from "../results/procedure";
import { formatYear } from "../results/year";
import type { School, SchoolResult } from "../schools/school";
import type { PlanCell, SheetPlan } from "../sheet-plan";
import { byName } from "../text/russian";
import { SheetBuilder, type BodyColumn } from "./builder";

const RESULTS_ID = "results";
const RESULTS_NAME = "Результаты";

const COLUMNS: readonly (BodyColumn & { readonly width: number })[] = [
  { header: "№ п/п", style: "cellCentre", width: 7 },
  { header: "Школа", style: "cell", width: 38 },
  { header: "Учебный год", style: "cellCentre", width: 12 },
  { header: "Процедура", style: "cell", width: 30 },
  { header: "Участников", style: "number", width: 12 },
  { header: "Не справились", style: "number", width: 12 },
  { header: "Доля", style: "percent", width: 10 },
  { header: "Низкий результат", style: "cellCentre", width: 13 },
  { header: "Лист", style: "cell", width: 24 },
  { header: "Ячейки", style: "cell", width: 12 },
];

/** Cells of the sheet that the formulas read. */
const THRESHOLD = "$E$3";
const MINIMUM = "$E$4";

/** A sheet of more results is written anew, not merged: the state to compare with would weigh more than the workbook. */
const MOST_MERGED = 3000;

/** Text inside a formula. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A native link to the cells a figure came from; plain text where they are in another file. */
function sourceCell({ file, sheet, address }: Source): PlanCell {
  if (file !== undefined) return address;
  return {
    formula: `=HYPERLINK(${quoted(`#'${sheet.replaceAll("'", "''")}'!${address}`)},${quoted(address)})`,
  };
}

/** Row `row` is one-based, as formulas name it. */
function figures(result: SchoolResult, row: number): PlanCell[] {
  const { participants, failed } = countsOf(result);
  const { share } = result;
  if (participants !== null && failed !== null) {
    return [
      participants,
      failed,
      { formula: `=IF(E${row}>0,F${row}/E${row},"нет данных")` },
      {
        // a threshold has six decimals at most; rounded, since 33.3 × 1000 is not a whole number in binary
        formula: `=IF(OR(E${row}=0,E${row}<${MINIMUM}),"нет данных",IF(F${row}*100>=ROUND(${THRESHOLD}*E${row},6),"да","нет"))`,
      },
    ];
  }
  const known = participants === null ? "" : `OR(E${row}=0,E${row}<${MINIMUM})`;
  // nine decimals of a fraction are seven of a per cent
  const low = `IF(ROUND(G${row}*100,7)>=${THRESHOLD},"да","нет")`;
  return [
    participants,
    failed,
    share ?? "нет данных",
    share === null
      ? "нет данных"
      : { formula: known === "" ? `=${low}` : `=IF(${known},"нет данных",${low})` },
  ];
}

/**
 * Sheet «Результаты»: everything read, one row per school × procedure × year, with its source. Share and «low» are
 * native formulas over the threshold at the top, so the figures can be checked without the add-in.
 */
export function planResultsSheet(
  schools: readonly School[],
  results: readonly SchoolResult[],
  { threshold, minParticipants, procedures }: Identification,
): SheetPlan {
  const builder = new SheetBuilder(COLUMNS.map(({ width }) => width));
  builder.paragraph("Результаты оценочных процедур", "title");
  builder.paragraph(
    "Сведено из листов с результатами. Исходные листы не изменены; столбец «Ячейки» ведёт к исходной ячейке. Доля и признак низкого результата — обычные формулы.",
    "note",
  );
  const parameters = [
    ["Порог, %", threshold],
    ["Наименьшее число участников", minParticipants],
  ] as const;
  for (const [label, value] of parameters) builder.parameter(1, label, 4, value);
  builder.skip();
  const header = builder.header(COLUMNS);
  const names = new Map(schools.map(({ key, name }) => [key, name]));
  const order = new Map(procedures.map((procedure, index) => [procedure, index]));
  const lines = results
    .map((result) => ({
      result,
      school: names.get(result.schoolKey) ?? result.school,
      title: procedureTitle(result.procedure),
    }))
    .sort(
      (a, b) =>
        byName(a.school, b.school) ||
        b.result.year - a.result.year ||
        (order.get(a.title) ?? procedures.length) - (order.get(b.title) ?? procedures.length) ||
        byName(a.title, b.title),
    );
  const rows = lines.map(({ result, school, title }, index): PlanCell[] => [
    index + 1,
    school,
    formatYear(result.year),
    title,
    ...figures(result, header + index + 2),
    result.source.file === undefined ? result.source.sheet : `${result.source.file}, ${result.source.sheet}`,
    sourceCell(result.source),
  ]);
  const rowIds = lines.map(({ result, title }) => `${result.schoolKey}: ${title}, ${result.year}`);
  const body = builder.body(COLUMNS, rows, {
    oneRowEach: true,
    ...(rows.length <= MOST_MERGED ? { rowIds } : {}),
  });
  return builder.plan(
    {
      id: RESULTS_ID,
      kind: "results",
      name: RESULTS_NAME,
      frozenRows: header + 1,
      ...(body === null
        ? {}
        : {
            table: { area: { ...body, top: header }, name: "ШНОР_Результаты" },
            highlights: [{ area: body, formula: `=$H${body.top + 1}="да"`, style: "low" as const }],
          }),
    },
    { orientation: "landscape", titleRows: { from: header, to: header }, footer: RESULTS_NAME },
  );
}
