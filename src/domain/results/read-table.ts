import type { Problem } from "../problem";
import type { Column } from "./columns";
import { Contexts } from "./context";
import { planFigures } from "./figure-plan";
import { readFigures } from "./figures";
import { addParallels, type ClassResult } from "./parallels";
import { classIn } from "./class-letter";
import { retakeIn, splitColumns, type SplitGrouping } from "./attempts";
import { figureColumns, type Group, type Grouping } from "./groups";
import type { RecognisedTable, RetakenResult, TableReading } from "./layouts/layout";
import type { DisputedFigure, Mention, ReadColumn, Result } from "./result";
import { readRows, type SchoolRow } from "./rows";
import type { SheetView } from "./sheet-view";
import { findTables, type Table } from "./table";

/** Claims the tables of a sheet whose columns a layout accepts. */
export function claimTables(
  view: SheetView,
  layout: string,
  accepts: (grouping: Grouping) => boolean,
): readonly RecognisedTable[] {
  return tablesOf(view).flatMap(({ table, grouping }) => {
    const asks = grouping.groups.length === 0 && grouping.unclear.length > 0 && layout === "long-list";
    if (!asks && (grouping.groups.length === 0 || !accepts(grouping.main))) return [];
    const { block, bodyBottom } = table;
    const confidence = confidenceOf(table, grouping);
    const claim = {
      layout,
      confidence,
      top: block.top,
      bottom: bodyBottom,
      left: block.left,
      right: block.right,
    };
    return [{ ...claim, read: () => readTable(table, grouping, layout, confidence) }];
  });
}

const found = new WeakMap<
  SheetView,
  readonly { readonly table: Table; readonly grouping: SplitGrouping }[]
>();

/** Tables of a view, found once for all layouts. */
function tablesOf(view: SheetView): readonly { readonly table: Table; readonly grouping: SplitGrouping }[] {
  const known = found.get(view);
  if (known !== undefined) return known;
  const tables = findTables(view).map((table) => ({ table, grouping: splitColumns(table) }));
  found.set(view, tables);
  return tables;
}

function confidenceOf(table: Table, { unclear }: Grouping): number {
  const unknown = table.columns.filter(({ role }) => role === "unknown").length;
  const doubts = unclear.length + unknown * 0.5 + (table.block.labelled ? 0 : 1);
  return Math.max(0.3, 1 - doubts * 0.15);
}

function readTable(table: Table, grouping: SplitGrouping, layout: string, confidence: number): TableReading {
  const { view, block } = table;
  const rows = readRows(table, grouping.groups);
  const problems: Problem[] = [
    ...unclearColumns(table, grouping.unclear, grouping.subgroups),
    ...grouping.unlabelled.map((index) => unlabelled(table, index)),
    ...grouping.subgroups
      .filter((column) => !grouping.unclear.includes(column))
      .map((column) => leftOut(table, column)),
    ...rows.problems,
  ];
  const contexts = new Contexts(table, grouping.groups, problems);
  const read: ClassResult[] = [];
  const retaken: (RetakenResult & ClassResult)[] = [];
  const disputed: DisputedFigure[] = [];
  const used = new Set<number>();
  for (const group of grouping.groups) {
    const plan = planFigures(view, group, rows.schools);
    if (plan.misread !== null) {
      problems.push(...unclearColumns(table, [plan.misread]));
      continue;
    }
    for (const school of rows.schools) {
      const before = problems.length;
      const figures = readFigures(view, plan, school.row, problems);
      if (figures === null) {
        if (problems.length === before) continue;
        used.add(school.row);
        const errors = problems.slice(before).filter(({ severity }) => severity === "error");
        const context = errors.length === 0 ? null : contexts.of(group, school);
        const cells = errors.flatMap(({ source, related = [] }) =>
          source === undefined ? related : [source, ...related],
        );
        if (context !== null) disputed.push({ ...mentionOf(view, block, school), ...context, cells });
        continue;
      }
      used.add(school.row);
      const context = contexts.of(group, school);
      if (context === null) continue;
      const { participants, failed, share, shareDecimals, marks, source } = figures;
      const result: Result = {
        school: school.school,
        ...(school.code === undefined ? {} : { schoolCode: school.code }),
        ...(school.municipality === undefined ? {} : { municipality: school.municipality }),
        ...context,
        participants,
        failed,
        share,
        ...(shareDecimals === undefined ? {} : { shareDecimals }),
        ...(marks === undefined ? {} : { marks }),
        source,
      };
      const texts = [...contexts.textsOf(school.row), ...around(table, group, school)];
      const text = retakeIn(texts, context.procedure.form);
      const of = group.classOf ?? classOf(contexts.textsOf(school.row));
      if (text === null) read.push({ result, of });
      else retaken.push({ result, text, of });
    }
  }
  contexts.finish();
  const broken = brokenSchools(table, rows.schools, problems);
  const results = addParallels(read, broken, problems);
  const retakes = again(retaken, broken, problems);
  const file = view.source(0, 0).file;
  return {
    table: {
      ...(file === undefined ? {} : { file }),
      sheet: view.grid.sheet,
      layout,
      address: view.area({ top: block.top, left: block.left, bottom: table.bodyBottom, right: block.right }),
      header: view.area({ top: block.top, left: block.left, bottom: block.bottom, right: block.right }),
      rows: used.size,
      confidence,
      columns: table.columns.map((column) => explained(column, table, grouping, contexts)),
      leftOut: rows.leftOut,
    },
    results,
    retakes,
    mentioned: [...rows.schools, ...rows.blank]
      .filter(({ school }) => !EXPLAINED.test(school))
      .map((school) => mentionOf(view, block, school)),
    disputed,
    problems,
  };
}

/** The class that the texts of a row name, «5А». */
function classOf(texts: readonly string[]): string {
  const one = texts.map((text) => classIn(text)).find((found) => found !== null);
  return one === undefined ? "" : `${one.grade}${one.letter}`;
}

/** Schools of which something cannot be read: a class may be missing there. */
function brokenSchools(
  { view }: Table,
  schools: readonly SchoolRow[],
  problems: readonly Problem[],
): ReadonlySet<string> {
  const rows = new Set<number>();
  for (const { severity, source } of problems) {
    if (severity === "info" || source === undefined) continue;
    const [first, last] = view.rowsOf(source.address) ?? [0, -1];
    for (let row = first; row <= last; row++) rows.add(row);
  }
  return new Set(schools.filter(({ row }) => rows.has(row)).map(({ school }) => school));
}

/** Classes of a retake make a parallel by themselves. */
function again(
  retaken: readonly (RetakenResult & ClassResult)[],
  broken: ReadonlySet<string>,
  problems: Problem[],
): readonly RetakenResult[] {
  const texts = [...new Set(retaken.map(({ text }) => text))];
  return texts.flatMap((text) =>
    addParallels(
      retaken.filter((one) => one.text === text),
      broken,
      problems,
    ).map((result) => ({ result, text })),
  );
}

/** «н/д — работа не проводилась (приказ школы)» under a table explains its cells; it names no school. */
const EXPLAINED = /^н\s*[/.]\s*д(?!\p{L})/iu;

function mentionOf(
  view: Table["view"],
  { schoolColumn }: Table["block"],
  { row, school, code, municipality }: SchoolRow,
): Mention {
  return {
    school,
    ...(code === undefined ? {} : { schoolCode: code }),
    ...(municipality === undefined ? {} : { municipality }),
    source: view.source(row, schoolColumn),
  };
}

function unclearColumns(
  { view }: Table,
  unclear: readonly Column[],
  subgroups: readonly Column[] = [],
): Problem[] {
  return unclear.map((column) => ({
    code: subgroups.includes(column)
      ? "partOfParticipants"
      : column.bare
        ? "percentUnnamed"
        : "columnNotRecognised",
    severity: "error",
    source: view.source(column.headerRow, column.index),
    fields: { header: column.header },
  }));
}

function leftOut({ view }: Table, { headerRow, index, header }: Column): Problem {
  const source = view.source(headerRow, index);
  return { code: "columnLeftOut", severity: "info", source, fields: { header } };
}

/** Texts that may say of which attempt a result is, nearest first. */
function around({ view, titles }: Table, group: Group, { section }: SchoolRow): readonly string[] {
  const headers = figureColumns(group).map(({ header }) => header);
  const { sheet, file } = view.grid;
  return [...headers, ...(section.texts ?? []), ...titles, sheet, ...(file === undefined ? [] : [file])];
}

function unlabelled({ view, block, columns }: Table, index: number): Problem {
  return {
    code: "columnNotRecognised",
    severity: "warning",
    source: view.source(block.bottom, index),
    fields: { header: columns.find((column) => column.index === index)?.header ?? "" },
  };
}

/** A column as the report shows it. */
function explained(column: Column, table: Table, { groups }: Grouping, contexts: Contexts): ReadColumn {
  const letter = table.view.address(0, column.index).replace(/\d+$/, "");
  const group = groups.find(({ participants, failed, passed, share, passShare, marks }) =>
    [participants, failed, passed, share, passShare, ...Object.values(marks)].some(
      (c) => c?.index === column.index,
    ),
  );
  if (group === undefined) {
    const figure = ["participants", "failed", "passed", "share", "passShare", "mark"].includes(column.role);
    return { column: letter, role: figure ? "other" : column.role };
  }
  const role = roleIn(column, group);
  return { column: letter, role, ...contexts.explain(group) };
}

function roleIn(column: Column, group: Grouping["groups"][number]): string {
  for (const role of ["participants", "failed", "passed", "share", "passShare"] as const) {
    if (group[role]?.index === column.index) return role;
  }
  return `mark${column.mark ?? ""}`;
}
