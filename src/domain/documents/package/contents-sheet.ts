import { formatPeriod } from "../../measures/period";
import type { PlanCell, SheetPlan } from "../../sheet-plan";
import { SheetBuilder, type BodyColumn } from "../builder";
import { requisite } from "../requisites";
import type { PackageContext } from "./context";

const CONTENTS_ID = "contents";
const CONTENTS_NAME = "Содержание";

/** A line of the contents: the sheet and what it is. */
export interface ContentsLine {
  readonly sheetId: string;
  readonly title: string;
  readonly about: string;
}

const COLUMNS: readonly BodyColumn[] = [
  { header: "№ п/п", style: "cellCentre" },
  { header: "Лист", style: "link" },
  { header: "Что это", style: "cell" },
];

/** Sheet «Содержание»: a link to every sheet of the package, grouped. */
export function planContents(
  groups: readonly { readonly title: string; readonly lines: readonly ContentsLine[] }[],
  { cases, requisites, period }: PackageContext,
): SheetPlan {
  const builder = new SheetBuilder([7, 42, 48]);
  builder
    .paragraph("Содержание", "title")
    .paragraph(
      `Пакет документов о поддержке школ: ${requisite(requisites, "municipalityGenitive")}, ${formatPeriod(period)}`,
      "heading",
    );
  if (cases.length === 0)
    builder.paragraph(
      "Школ с низкими образовательными результатами не выявлено: приказ, назначения, школьные дорожные карты и уведомления не нужны и не составлены.",
      "justified",
    );
  builder.skip();
  const header = builder.header(COLUMNS);
  const links: { row: number; column: number; sheetId: string; address: string }[] = [];
  let number = 0;
  for (const { title, lines } of groups.filter((group) => group.lines.length > 0)) {
    builder.paragraph(title, "section");
    const area = builder.body(
      COLUMNS,
      lines.map((line): PlanCell[] => [++number, line.title, line.about]),
      { oneRowEach: true },
    );
    lines.forEach(({ sheetId }, index) =>
      links.push({ row: (area?.top ?? 0) + index, column: 1, sheetId, address: "A1" }),
    );
  }
  return builder.plan(
    { id: CONTENTS_ID, kind: "contents", name: CONTENTS_NAME, frozenRows: header + 1, links },
    { orientation: "portrait", titleRows: { from: header, to: header }, footer: CONTENTS_NAME },
  );
}
