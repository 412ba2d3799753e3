import type { Problem } from "../../problem";
import { parseCell } from "../cell";
import { procedureTitle, type Procedure } from "../procedure";
import type { ComparedPart, JournalComparison, ReadColumn } from "../result";
import { recover } from "../shares";
import type { SheetView } from "../sheet-view";
import { CurrentMunicipality, groupLabel } from "./group-label";
import { claimsBelow, lastOf, within, type Extent } from "./extent";
import { findHeader, LeftOutRows, letterOf, plainLabel, type FoundHeader, type RoleColumns } from "./headers";
import type { Layout, TableReading } from "./layout";
import { isProblem, procedureOf, toldAround, yearUnknown, type Told } from "./told";

const PARTS = ["lowered", "confirmed", "raised"] as const;
type Part = (typeof PARTS)[number];
type Role = "label" | "participants" | "percent" | `${Part}${"Share" | "Count"}`;
type Header = FoundHeader<Role>;

const PART_WORDS: readonly (readonly [string, Part])[] = [
  ["понизили", "lowered"],
  ["подтвердили", "confirmed"],
  ["повысили", "raised"],
];

function partOf(text: string): Part | null {
  return PART_WORDS.find(([word]) => text.startsWith(word))?.[1] ?? null;
}

function roleOf(text: string): Role | null {
  if (text === "группы участников") return "label";
  if (text === "%") return "percent";
  if (/^количество участников(?: всего)?$/.test(text)) return "participants";
  const part = partOf(text);
  if (part === null) return null;
  return text.includes("количество") ? `${part}Count` : text.includes("%") ? `${part}Share` : null;
}

/**
 * ФИС ОКО «Сравнение отметок с отметками по журналу» (layouts.md, L2): shares of pupils below, at and above their own
 * mark of the term. Wide since 2022; until 2021 a group over four rows «Понизили … Всего». It gives no results: its
 * percentages say nothing of failing.
 */
export const journalComparison: Layout = {
  id: "fisoko-journal",
  recognise(view) {
    return claimsBelow(
      view,
      "fisoko-journal",
      (from) => {
        const wide = findHeader(view, roleOf, isWide, from);
        const header = wide ?? findLong(view, from);
        if (header === null) return null;
        const read = (extent: Extent, own: SheetView): TableReading =>
          readComparison(own, within(header, extent), extent, wide === null);
        return { ...header, last: lastOf(header, LAST), schoolsInRows: true, read };
      },
      3,
    );
  },
};

function isWide(columns: RoleColumns<Role>): boolean {
  return columns.has("label") && PARTS.every((part) => columns.has(`${part}Share`));
}

/** Of the wide form the shares, of the long one the per cent. */
const LAST: readonly Role[] = ["percent", "participants", "loweredShare", "confirmedShare", "raisedShare"];

/** Rows of a group in the long form stand within a few rows of the header. */
const LONG_WITHIN = 15;

function findLong(view: SheetView, from: number): Header | null {
  const header = findHeader(
    view,
    roleOf,
    (columns) => columns.has("label") && columns.has("percent") && columns.has("participants"),
    from,
  );
  const label = header?.columns.get("label");
  if (header === null || label === undefined) return null;
  for (let row = header.row + 1; row < Math.min(view.rows, header.row + LONG_WITHIN); row++) {
    if (partOf(plainLabel(view.text(row, label.index))) !== null) return header;
  }
  return null;
}

interface Draft {
  readonly row: number;
  readonly participants: number | null;
  readonly parts: Readonly<Record<Part, ComparedPart>>;
  readonly last: number;
}

function readComparison(
  view: SheetView,
  header: Header,
  { bottom, repeated }: Extent,
  long: boolean,
): TableReading {
  const told = toldAround(view, header.row);
  const problems: Problem[] = [...told.problems];
  const label = header.columns.get("label")?.index ?? header.left;
  const procedure = procedureOf(told.parts, view, header.row, label);
  if (isProblem(procedure)) problems.push(procedure);
  if (told.year === null) problems.push(yearUnknown(view, header.row, label));
  const leftOut = new LeftOutRows(view, header.left, header.right);
  const municipality = new CurrentMunicipality();
  const journal: JournalComparison[] = [];
  let rows = 0;
  for (let row = header.row + 1; row <= bottom; row++) {
    const text = view.text(row, label);
    if (repeated.has(row)) {
      leftOut.add(row, "repeatedHeader");
      continue;
    }
    if (text === "") {
      leftOut.add(row, "blank");
      continue;
    }
    if (long && isPartRow(text)) continue;
    const group = groupLabel(text);
    if (group.kind === "municipality") municipality.municipality(group.name);
    if (group.kind !== "school") {
      leftOut.add(row, group.kind === "total" ? "total" : group.kind === "note" ? "note" : "region");
      continue;
    }
    municipality.school();
    rows += 1;
    const draft = long ? longDraft(view, header, row, label) : wideDraft(view, header, row);
    if (draft === null || isProblem(procedure) || told.year === null) continue;
    const source = view.sourceOf({ top: row, bottom: draft.last, left: label + 1, right: header.right });
    problems.push(...troublesOf(draft, source));
    journal.push({
      school: group.name,
      ...(group.code === undefined ? {} : { schoolCode: group.code }),
      ...(municipality.name === undefined ? {} : { municipality: municipality.name }),
      procedure,
      year: told.year.year,
      participants: draft.participants,
      ...draft.parts,
      source,
    });
  }
  const file = view.source(0, 0).file;
  return {
    table: {
      ...(file === undefined ? {} : { file }),
      sheet: view.grid.sheet,
      layout: "fisoko-journal",
      address: view.area({ top: header.row, left: header.left, bottom, right: header.right }),
      header: view.area({ top: header.row, left: header.left, bottom: header.row, right: header.right }),
      rows,
      confidence: isProblem(procedure) || told.year === null ? 0.7 : 1,
      columns: columnsOf(view, header, told, isProblem(procedure) ? null : procedure),
      leftOut: leftOut.list,
    },
    results: [],
    journal,
    problems,
  };
}

function isPartRow(text: string): boolean {
  const plain = plainLabel(text);
  return partOf(plain) !== null || plain === "всего";
}

function number(view: SheetView, row: number, column: number | undefined): number | null {
  if (column === undefined) return null;
  const cell = parseCell(view.value(row, column));
  return cell.kind === "number" && cell.value >= 0 ? cell.value : null;
}

/** A count that is not printed is recovered from the share of two decimals. */
function part(participants: number | null, count: number | null, percent: number | null): ComparedPart {
  const recovered =
    count ?? (participants !== null && percent !== null ? recover(participants, percent) : null);
  const counted = recovered !== null && participants !== null && participants > 0;
  const share = counted ? recovered / participants : percent === null ? null : percent / 100;
  return { count: recovered, share };
}

function wideDraft(view: SheetView, { columns }: Header, row: number): Draft | null {
  const participants = number(view, row, columns.get("participants")?.index);
  const read = (name: Part): ComparedPart =>
    part(
      participants,
      number(view, row, columns.get(`${name}Count`)?.index),
      number(view, row, columns.get(`${name}Share`)?.index),
    );
  const parts = { lowered: read("lowered"), confirmed: read("confirmed"), raised: read("raised") };
  return PARTS.every((name) => parts[name].share === null) ? null : { row, participants, parts, last: row };
}

/** The rows below a school's label, until another group. */
function longDraft(view: SheetView, { columns }: Header, row: number, label: number): Draft | null {
  const found = new Map<Part | "всего", { count: number | null; percent: number | null }>();
  let last = row;
  for (let below = row + 1; below < view.rows; below++) {
    const text = plainLabel(view.text(below, label));
    const name = partOf(text) ?? (text === "всего" ? text : null);
    if (name === null || found.has(name)) break;
    found.set(name, {
      count: number(view, below, columns.get("participants")?.index),
      percent: number(view, below, columns.get("percent")?.index),
    });
    last = below;
  }
  const total = found.get("всего")?.count ?? number(view, row, columns.get("participants")?.index);
  const read = (name: Part): ComparedPart => {
    const { count = null, percent = null } = found.get(name) ?? {};
    return part(total, count, percent);
  };
  if (PARTS.every((name) => !found.has(name))) return null;
  const parts = { lowered: read("lowered"), confirmed: read("confirmed"), raised: read("raised") };
  return { row, participants: total, parts, last };
}

/** Counts that do not make the participants: the comparison is kept, and is worth a look. */
function troublesOf({ participants, parts }: Draft, source: JournalComparison["source"]): Problem[] {
  const counts = PARTS.map((name) => parts[name].count);
  if (participants === null || counts.includes(null)) return [];
  const sum = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  if (sum === participants) return [];
  return [{ code: "comparisonDoesNotSum", severity: "warning", source, fields: { sum, participants } }];
}

function columnsOf(
  view: SheetView,
  { columns }: Header,
  { year, procedureFrom }: Told,
  procedure: Procedure | null,
): readonly ReadColumn[] {
  return [...columns].map(([role, { index }]) => ({
    column: letterOf(view, index),
    role: role === "label" ? "school" : role,
    ...(role === "label" || year === null ? {} : { year: year.year, yearFrom: year.from }),
    ...(role === "label" || procedure === null
      ? {}
      : {
          procedure: procedureTitle(procedure),
          ...(procedureFrom === undefined ? {} : { procedureFrom }),
        }),
  }));
}
