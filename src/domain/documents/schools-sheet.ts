import type { Grid } from "../grid";
import type { Identification } from "../identification/identify";
import type { Dispute, Verdict } from "../identification/verdict";
import { formatYear } from "../results/year";
import type { PlanCell, SheetPlan } from "../sheet-plan";
import { formatDate, formatPercent, joinRussian } from "../text/russian";
import { SheetBuilder, type BodyColumn } from "./builder";
import type { ByHand } from "./passport";
import { distinctEvidence, formatEvidence, formatSource } from "./reasons";

const SCHOOLS_ID = "lowSchools";
const SCHOOLS_NAME = "ШНОР";

const COLUMNS: readonly (BodyColumn & { readonly width: number })[] = [
  { header: "№ п/п", style: "cellCentre", width: 7 },
  { header: "Школа", style: "cell", width: 34 },
  { header: "Вывод", style: "cell", width: 26 },
  { header: "Критерии", style: "cellCentre", width: 11 },
  { header: "Причины", style: "cell", width: 52 },
  { header: "Где это в данных", style: "cell", width: 34 },
];

function lowRow(verdict: Verdict, threshold: number): PlanCell[] {
  const evidence = distinctEvidence(verdict);
  return [
    verdict.school,
    "низкие результаты (по расчёту)",
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
      source === undefined ? "—" : formatSource(source),
    ];
  return [...added.map(row("включена")), ...removed.map(row("исключена"))];
}

function otherRow(verdict: Verdict, { year, yearBefore }: Identification): PlanCell[] {
  const { school, status, unchecked, disputed } = verdict;
  const dispute = disputed === undefined ? "" : disputeText(disputed);
  const cells = (disputed?.figures ?? []).flatMap(({ cells }) => cells.map(formatSource)).join(";\n");
  if (status === "insufficient") {
    const why = year === null ? "результатов нет" : `за ${formatYear(year)} результатов нет`;
    return [school, "недостаточно данных", "—", joined(why, dispute), cells || "—"];
  }
  const before = yearBefore === null ? "более ранний год" : formatYear(yearBefore);
  const missing = unchecked.some((criterion) => disputed?.criteria.includes(criterion) !== true);
  const why = missing ? `критерий 2 не проверен: за ${before} результатов нет` : "";
  return [school, "критерии не выполнены", "—", joined(why, dispute), cells];
}

const joined = (...texts: readonly string[]): string => texts.filter((text) => text !== "").join(";\n");

/** What a school is not found low by while its figures are in dispute. */
function disputeText({ criteria, figures }: Dispute): string {
  const list = figures.map(
    ({ procedure, year, cells }) =>
      `${procedure}, ${formatYear(year)}, ячейки ${cells.map(formatSource).join("; ")}`,
  );
  const open = criteria.length === 1 ? "зависит критерий" : "зависят критерии";
  return `есть спорные данные: ${list.join("; ")} — от них ${open} ${joinRussian(criteria.map(String))}`;
}

/**
 * The settings that the list was made with, in a sentence.
 * @example "Правило «000»: две низкие процедуры за год …. Порог 30 %. Учебные годы: 2024/2025 и 2023/2024."
 */
export function describeSettings(identification: Identification): string {
  const { rule, threshold, minParticipants, year, yearBefore } = identification;
  const years = [year, yearBefore].flatMap((one) => (one === null ? [] : [formatYear(one)]));
  const minimum =
    minParticipants === 0 ? "" : `; процедуры с числом участников меньше ${minParticipants} не учитываются`;
  return `Правило «${rule.id}»: ${lowerFirst(rule.name)}. Порог ${formatPercent(threshold)}. Учебные годы: ${joinRussian(years)}${minimum}.`;
}

/** The sentence as a list in the workbook prints it; null where nobody left it there. */
export function readSettings({ cells }: Pick<Grid, "cells">): string | null {
  const printed = cells
    .flat()
    .find((cell): cell is string => typeof cell === "string" && /^Правило «.+Порог/.test(cell));
  return printed ?? null;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Sheet «ШНОР»: the schools of the list with their reasons and cells, then all the others with what is known of them. */
export function planSchoolsSheet(
  identification: Identification,
  group: readonly Verdict[],
  byHand: ByHand,
): SheetPlan {
  const builder = new SheetBuilder(COLUMNS.map(({ width }) => width));
  builder.paragraph("Школы с низкими образовательными результатами", "title");
  builder.paragraph(describeSettings(identification), "body");
  builder.skip();
  const header = builder.header(COLUMNS);
  const listed = [
    ...group.map((verdict) => lowRow(verdict, identification.threshold)),
    ...byHandRows(byHand),
  ];
  // one id for a school wherever it is listed, so that what is typed beside it goes with it
  const rowIds = [...group, ...byHand.added, ...byHand.removed].map(({ schoolKey }) => `school:${schoolKey}`);
  const body = builder.body(COLUMNS, numbered(listed), { rowIds });
  if (body === null) builder.paragraph(noneFound(identification), "cell");
  const added = new Set(byHand.added.map(({ schoolKey }) => schoolKey));
  const others = identification.verdicts.filter(
    ({ status, schoolKey }) => status !== "low" && !added.has(schoolKey),
  );
  if (others.length > 0) {
    builder.named("others").paragraph("Остальные школы", "section");
    builder.body(COLUMNS, numbered(others.map((verdict) => otherRow(verdict, identification))), {
      rowIds: others.map(({ schoolKey }) => `school:${schoolKey}`),
    });
  }
  const { excluded = [] } = byHand;
  if (excluded.length > 0) {
    builder.paragraph("Не рассматриваются (реестр школ)", "section");
    const rows = excluded.map(({ school, reason }): PlanCell[] => [
      school,
      "не рассматривается",
      "—",
      reason || "причина не указана",
      "",
    ]);
    builder.body(COLUMNS, numbered(rows));
  }
  return builder.plan(
    {
      id: SCHOOLS_ID,
      kind: "lowSchools",
      name: SCHOOLS_NAME,
      frozenRows: header + 1,
      ...(body === null ? {} : { table: { area: { ...body, top: header }, name: "ШНОР_Перечень" } }),
    },
    {
      orientation: "landscape",
      titleRows: { from: header, to: header },
      footer: "Школы с низкими образовательными результатами",
    },
  );
}

const noneFound = ({ verdicts }: Identification): string =>
  verdicts.every(({ status }) => status === "insufficient")
    ? "За рассматриваемый год нет данных ни по одной школе, перечень не определён."
    : "По принятым критериям таких школ не выявлено.";

const numbered = (rows: readonly PlanCell[][]): PlanCell[][] => rows.map((row, index) => [index + 1, ...row]);
