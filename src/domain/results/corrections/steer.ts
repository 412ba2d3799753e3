import type { Area, Grid } from "../../grid";
import type { Problem } from "../../problem";
import type { RecognisedTable } from "../layouts/layout";
import { viewSheet, type SheetView } from "../sheet-view";
import { overlaps, parseArea } from "./area";
import type { Correction } from "./correction";
import { lasting, placesOf, sameRows } from "./fingerprint";
import { impose, severalContexts } from "./impose";
import { masked, rangeArea } from "./range";
import { relabel } from "./relabel";
import type { Said } from "./said";

/** Layouts whose rows are pupils: no correction may turn their names into names of schools. */
const OF_PUPILS: ReadonlySet<string> = new Set([
  "pupil-list",
  "fisoko-individual",
  "fisoko-form",
  "exam-protocol",
  "exam-appeals",
  "class-list",
]);

export const isPupilLayout = (layout: string): boolean => OF_PUPILS.has(layout);

/** Why a correction is not used; the text of `recognitionUnfit` is made from it. */
export type Unfit = "header" | "outside" | "end" | "nothing" | "figures" | "several" | "pupils";

/** A sheet as the corrections want it read. */
export interface Steered {
  readonly view: SheetView;
  readonly claims: readonly RecognisedTable[];
  /** What is dealt with: the claims, and tables that the user put aside. */
  readonly covered: readonly RecognisedTable[];
  readonly problems: readonly Problem[];
  /** Ids of the corrections that are used here. */
  readonly applied: readonly string[];
}

export interface SteerOptions {
  readonly openWorkbook?: string;
  readonly claimsOf: (view: SheetView) => readonly RecognisedTable[];
}

interface Placed {
  readonly correction: Correction;
  /** Headers of this sheet that it is about; local. */
  readonly places: readonly Area[];
  /** Its sheet by name, years left out: an end that is not there is worth saying. */
  readonly own: boolean;
}

/** The name of a sheet as it is the next year; a file's sheets carry the file's name. */
export function sheetKeyOf(sheet: string, file: string | undefined): string {
  return `${file === undefined ? "" : lasting(file)}/${lasting(sheet)}`;
}

/**
 * Reads a sheet as the user's corrections want it. One that does not fit the sheet any more is a problem with its cell,
 * and the sheet is read as without it.
 */
export function steerSheet(grid: Grid, corrections: readonly Correction[], options: SteerOptions): Steered {
  const plain = viewSheet(grid, options.openWorkbook);
  const placed = corrections.length === 0 ? [] : placedOn(plain, corrections);
  if (placed.length === 0) {
    const claims = options.claimsOf(plain);
    return { view: plain, claims, covered: claims, problems: [], applied: [] };
  }
  return new Steering(plain, placed, options).steer();
}

function placedOn(view: SheetView, corrections: readonly Correction[]): readonly Placed[] {
  const { file, sheet } = view.source(0, 0);
  const key = sheetKeyOf(sheet, file);
  const known = new Map<string, readonly Area[]>();
  return corrections.flatMap((correction) => {
    const { layout, at, change, sheetKey } = correction;
    const here = at.sheet === sheet && at.file === file;
    const own = sheetKey === key;
    const bound = change.kind === "procedure" || change.kind === "notResults";
    if (!here && (change.kind === "year" || (bound && !own))) return [];
    let places = known.get(layout);
    if (places === undefined) known.set(layout, (places = placesOf(view, layout)));
    return places.length === 0 && !here ? [] : [{ correction, places, own: own || here }];
  });
}

class Steering {
  private readonly problems: Problem[] = [];
  private readonly applied = new Set<string>();
  private readonly said: Said[] = [];
  private readonly extra: RecognisedTable[] = [];

  constructor(
    private readonly plain: SheetView,
    private readonly placed: readonly Placed[],
    private readonly options: SteerOptions,
  ) {}

  steer(): Steered {
    const fitting = this.placed.filter((each) => {
      if (each.places.length > 0) return true;
      this.refuse(each, "header");
      return false;
    });
    const pupils = this.options.claimsOf(this.plain).some(({ layout }) => isPupilLayout(layout));
    const labelled = this.relabelled(fitting, pupils);
    this.hear(labelled, fitting);
    const { openWorkbook } = this.options;
    const view = viewSheet(labelled.grid, openWorkbook, this.said);
    let claims = this.options.claimsOf(view);
    for (const each of fitting) claims = this.ranged(view, claims, each, pupils);
    claims = claims.map((claim) => this.steered(claim, fitting));
    const kept = this.without(view, claims, fitting);
    return {
      view,
      claims: kept,
      covered: [...claims, ...this.extra],
      problems: this.problems,
      applied: [...this.applied],
    };
  }

  /** Roles: the headers as they would be. */
  private relabelled(fitting: readonly Placed[], pupils: boolean): SheetView {
    const changes = fitting.flatMap((each) => {
      const { correction, places } = each;
      const { change } = correction;
      if (change.kind !== "role") return [];
      if (pupils) {
        this.refuse(each, "pupils");
        return [];
      }
      this.applied.add(correction.id);
      return places.map((header) => ({
        header,
        roles: new Map([[header.left + change.column, change.role] as const]),
      }));
    });
    if (changes.length === 0) return this.plain;
    const byHeader = new Map<string, (typeof changes)[number]>();
    for (const change of changes) {
      const key = JSON.stringify(change.header);
      const before = byHeader.get(key);
      byHeader.set(
        key,
        before === undefined ? change : { ...change, roles: new Map([...before.roles, ...change.roles]) },
      );
    }
    return viewSheet(relabel(this.plain, [...byHeader.values()]), this.options.openWorkbook);
  }

  /** Years and procedures. */
  private hear(view: SheetView, fitting: readonly Placed[]): void {
    for (const each of fitting) {
      const { correction, places } = each;
      const { change } = correction;
      if (change.kind !== "year" && change.kind !== "procedure") continue;
      const context = change.kind === "year" ? { year: change.year } : { procedure: change.procedure };
      const [first] = places;
      if (
        change.kind === "year" &&
        first !== undefined &&
        !sameRows(change.rows, this.plain, this.nearest(each))
      ) {
        this.refuse(each, "figures");
        continue;
      }
      const headers = change.kind === "year" ? [this.nearest(each)] : places;
      if (change.columns === null && headers.some((header) => this.hasSeveral(view, header, change.kind))) {
        this.refuse(each, "several");
        continue;
      }
      this.applied.add(correction.id);
      for (const area of headers) {
        const columns = (change.columns ?? []).map((column) => [area.left + column, context] as const);
        this.said.push({ area, columns: new Map(columns), ...(change.columns === null ? context : {}) });
      }
    }
  }

  /** One year for a table that has two would be wrong for one of them. */
  private hasSeveral(view: SheetView, header: Area, kind: "year" | "procedure"): boolean {
    return this.options
      .claimsOf(view)
      .some((claim) => overlaps(claim, header) && severalContexts(claim.read(), kind));
  }

  /** Of several equal headers the one that was corrected, else the first. */
  private nearest({ correction, places }: Placed): Area {
    const { top, left } = this.plain.grid;
    const known = parseArea(correction.at.header);
    const same = places.find((area) => known?.top === area.top + top && known.left === area.left + left);
    return same ?? places[0] ?? { top: 0, left: 0, bottom: 0, right: 0 };
  }

  private ranged(
    view: SheetView,
    claims: readonly RecognisedTable[],
    each: Placed,
    pupils: boolean,
  ): readonly RecognisedTable[] {
    const { change, id } = each.correction;
    if (change.kind !== "range") return claims;
    const header = this.nearest(each);
    const area = rangeArea(view, header, change);
    if (typeof area === "string") {
      if (each.own) this.refuse(each, area);
      return claims;
    }
    const own = this.claimsIn(view, area);
    const wrong = own.some(({ layout }) => isPupilLayout(layout) !== pupils);
    if (own.length === 0 || wrong) {
      this.refuse(each, wrong ? "pupils" : "nothing");
      return claims;
    }
    this.applied.add(id);
    const aside = claims.filter((claim) => overlaps(claim, area));
    this.extra.push(...aside);
    return [...claims.filter((claim) => !aside.includes(claim)), ...own].sort(
      (a, b) => a.top - b.top || a.left - b.left,
    );
  }

  /** The tables inside a range, with the titles above it where they do not hide it. */
  private claimsIn(view: SheetView, area: Area): readonly RecognisedTable[] {
    for (const titles of [true, false]) {
      const part = viewSheet(masked(view, area, titles), this.options.openWorkbook, this.said);
      const claims = this.options.claimsOf(part).filter((claim) => {
        const header = parseArea(claim.read().table.header);
        return header === null || header.top >= area.top + view.grid.top;
      });
      if (claims.length > 0) return claims.map((claim) => ({ ...claim, ...area }));
    }
    return [];
  }

  private steered(claim: RecognisedTable, fitting: readonly Placed[]): RecognisedTable {
    const own = fitting.filter(
      ({ correction, places }) =>
        this.applied.has(correction.id) && places.some((place) => overlaps(place, claim)),
    );
    if (own.length === 0) return claim;
    return { ...claim, read: () => impose(claim.read(), own, this.said, this.plain) };
  }

  /** Without the tables that are no results, each of which is said. */
  private without(
    view: SheetView,
    claims: readonly RecognisedTable[],
    fitting: readonly Placed[],
  ): readonly RecognisedTable[] {
    const out = new Set<RecognisedTable>();
    for (const { correction, places } of fitting) {
      if (correction.change.kind !== "notResults") continue;
      this.applied.add(correction.id);
      for (const place of places) {
        const own = claims.filter((claim) => overlaps(claim, place));
        for (const claim of own) out.add(claim);
        const whole = { top: 0, left: 0, bottom: view.rows - 1, right: view.columns - 1 };
        if (own.length === 0)
          this.extra.push({ ...whole, layout: "", confidence: 0, read: () => noTable(view) });
        const source = view.sourceOf(own[0] ?? place);
        this.problems.push({ code: "recognitionLeftOut", severity: "info", source, fields: {} });
      }
    }
    return claims.filter((claim) => !out.has(claim));
  }

  private refuse(each: Placed, why: Unfit): void {
    const { at, change } = each.correction;
    const { view, places } = { view: this.plain, places: each.places };
    const place = view.source(0, 0);
    const source = places.length === 0 ? { ...place, address: at.header } : view.sourceOf(this.nearest(each));
    this.problems.push({
      code: "recognitionUnfit",
      severity: "warning",
      source,
      fields: { kind: change.kind, why },
    });
  }
}

function noTable(view: SheetView): ReturnType<RecognisedTable["read"]> {
  const table = { sheet: view.grid.sheet, layout: "", address: "", header: "", rows: 0, confidence: 0 };
  return { table: { ...table, columns: [], leftOut: [] }, results: [], problems: [] };
}
