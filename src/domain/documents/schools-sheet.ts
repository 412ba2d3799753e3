import type { Identification } from "../identification/identify";
import type { Verdict } from "../identification/verdict";
import { formatYear } from "../results/year";
import type { PlanCell, SheetPlan } from "../sheet-plan";
import { formatDate, formatPercent, joinRussian } from "../text/russian";
import { SheetBuilder, type BodyColumn } from "./builder";
import type { ByHand } from "./passport";
import { distinctEvidence, formatEvidence, formatSource } from "./reasons";

export const SCHOOLS_ID = "lowSchools";
export const SCHOOLS_NAME = "ШНОР";

const LOW_COLUMNS: readonly BodyColumn[] = [
  { header: "№ п/п", style: "cellCentre" },
  { header: "Школа", style: "cell" },
  { header: "Как вошла в перечень", style: "cell" },
  { header: "Критерии", style: "cellCentre" },
  { header: "Причины", style: "cell" },
  { header: "Где это в данных", style: "cell" },
];
const WIDTHS = [7, 34, 28, 11, 50, 34];

const OTHER_COLUMNS: readonly BodyColumn[] = [
  { header: "№ п/п", style: "cellCentre" },
  { header: "Школа", style: "cell" },
  { header: "Вывод", style: "cell" },
  { header: "Не проверены критерии", style: "cellCentre" },
];

function lowRow(verdict: Verdict, threshold: number): PlanCell[] {
  const evidence = distinctEvidence(verdict);
  return [
    verdict.school,
    "по результатам",
    verdict.criteria.join(", "),
    evidence.map((one) => formatEvidence(one, threshold)).join(";\n"),
    evidence.map(({ source }) => formatSource(source)).join(";\n"),
  ];
}

function byHandRows({ added, removed }: ByHand): PlanCell[][] {
  const row =
    (verb: string) =>
    ({ school, ground, date, source }: ByHand["added"][number]): PlanCell[] => [
      school,
      `${verb} решением${date === null ? "" : ` от ${formatDate(date)}`}`,
      "—",
      ground || "основание не указано",
      source === undefined ? "" : formatSource(source),
    ];
  return [...added.map(row("включена")), ...removed.map(row("исключена"))];
}

const STATUS = {
  notLow: "критерии не выполнены",
  insufficient: "недостаточно данных: за рассматриваемый год результатов нет",
} as const;

/** The settings that the list was made with, in a sentence. */
export function describeSettings(identification: Identification): string {
  const { rule, threshold, minParticipants, year, yearBefore } = identification;
  const years = [year, yearBefore].flatMap((one) => (one === null ? [] : [formatYear(one)]));
  const minimum =
    minParticipants === 0 ? "" : `; процедуры с числом участников меньше ${minParticipants} не учитываются`;
  return `Правило: ${rule.name}. Порог ${formatPercent(threshold)}. Учебные годы: ${joinRussian(years)}${minimum}.`;
}

/** Sheet «ШНОР»: the schools of the list with their reasons and cells, then all the others with what is known of them. */
export function planSchoolsSheet(
  identification: Identification,
  group: readonly Verdict[],
  byHand: ByHand,
): SheetPlan {
  const builder = new SheetBuilder(WIDTHS);
  builder.paragraph("Школы с низкими образовательными результатами", "title");
  builder.paragraph(describeSettings(identification), "body");
  builder.skip();
  const header = builder.header(LOW_COLUMNS);
  const lowRows = [
    ...group.map((verdict) => lowRow(verdict, identification.threshold)),
    ...byHandRows(byHand),
  ];
  const body = builder.body(LOW_COLUMNS, numbered(lowRows));
  if (body === null) builder.paragraph("По принятым критериям таких школ не выявлено.", "body");
  const others = identification.verdicts.filter(
    (verdict): verdict is Verdict & { status: keyof typeof STATUS } => verdict.status !== "low",
  );
  if (others.length > 0) {
    builder.skip().paragraph("Остальные школы", "heading").header(OTHER_COLUMNS);
    const rows = others.map(({ school, status, unchecked }): PlanCell[] => [
      school,
      STATUS[status],
      unchecked.join(", ") || "—",
    ]);
    builder.body(OTHER_COLUMNS, numbered(rows));
  }
  return builder.plan(
    {
      id: SCHOOLS_ID,
      kind: "lowSchools",
      name: SCHOOLS_NAME,
      ...(body === null ? {} : { table: { area: { ...body, top: header }, name: "ШНОР_Перечень" } }),
    },
    {
      orientation: "landscape",
      titleRows: { from: header, to: header },
      footer: "Школы с низкими образовательными результатами",
    },
  );
}

const numbered = (rows: readonly PlanCell[][]): PlanCell[][] => rows.map((row, index) => [index + 1, ...row]);
