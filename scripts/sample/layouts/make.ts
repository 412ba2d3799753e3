import {
  paintJournal,
  paintLongList,
  paintMatrix,
  paintPortal,
  paintStatistics,
  paintTurned,
  paintWide,
  type JournalTruth,
} from "./aggregates";
import { paintAppeals, paintCsv, paintDense, paintSparse } from "./exams";
import type { LaidSheet } from "./laid";
import { sampleProcedures, sampleSchools, truthOf, type SampleProcedure, type Truth } from "./people";
import { paintForm2021, paintForm2022, paintForm2026, paintIndividual } from "./pupils";

/** A fixture: sheets of one layout, what they say, and words that must not get out of them. */
export interface LayoutFixture {
  about: string;
  /** Layout ids that the sheets must be recognised as. */
  layouts: string[];
  sheets: LaidSheet[];
  results: Truth[];
  journal: JournalTruth[];
  /** Surnames, first names, documents and codes of pupils. */
  secrets: string[];
}

const ofForm = (procedures: readonly SampleProcedure[], form: string): SampleProcedure[] =>
  procedures.filter((procedure) => procedure.form === form);

/** How one municipality looks in each layout; the figures are the same. */
export const VPR_LAYOUTS: Readonly<Record<string, (procedures: readonly SampleProcedure[]) => LaidSheet[]>> =
  {
    "long-list": paintLongList,
    wide: paintWide,
    matrix: paintMatrix,
    turned: paintTurned,
    "fisoko-marks": paintStatistics,
    portal: paintPortal,
    "fisoko-individual": paintIndividual,
    "form-2021": paintForm2021,
    "form-2022": paintForm2022,
    "form-2026": (procedures) => paintForm2026(procedures),
  };

export const OGE_LAYOUTS: Readonly<Record<string, (procedures: readonly SampleProcedure[]) => LaidSheet[]>> =
  {
    "long-list": paintLongList,
    wide: paintWide,
    sparse: (procedures) => [paintSparse(procedures)],
    dense: paintDense,
    csv: paintCsv,
    appeals: paintAppeals,
  };

const RECOGNISED: Readonly<Record<string, string>> = {
  matrix: "wide",
  turned: "schools-in-columns",
  portal: "fisoko-marks",
  "form-2021": "fisoko-form",
  "form-2022": "fisoko-form",
  "form-2026": "fisoko-form",
};

/** All fixtures by file name without `.json`. */
export function makeLayoutFixtures(): Map<string, LayoutFixture> {
  const procedures = sampleProcedures(20261122, sampleSchools());
  const vpr = ofForm(procedures, "ВПР");
  const oge = ofForm(procedures, "ОГЭ");
  const ege = ofForm(procedures, "ЕГЭ");
  const fixtures = new Map<string, LayoutFixture>();
  const add = (
    name: string,
    about: string,
    layouts: string[],
    own: SampleProcedure[],
    sheets: LaidSheet[],
  ): void => {
    fixtures.set(name, {
      about,
      layouts,
      sheets,
      results: truthOf(own),
      journal: [],
      secrets: secretsOf(own),
    });
  };
  for (const [name, paint] of Object.entries(VPR_LAYOUTS)) {
    add(`vpr-${name}`, `ВПР, ${name}`, [RECOGNISED[name] ?? name], vpr, paint(vpr));
  }
  for (const [name, paint] of Object.entries(OGE_LAYOUTS)) {
    const appeals = name === "appeals" ? ["exam-appeals", "exam-protocol"] : ["exam-protocol"];
    const known = name === "long-list" || name === "wide" ? [name] : appeals;
    add(`oge-${name}`, `ОГЭ, ${name}`, known, oge, paint(oge));
  }
  add("ege-sparse", "ЕГЭ, sparse, two exams", ["exam-protocol"], ege, [paintSparse(ege)]);
  add("ege-dense", "ЕГЭ, dense, a sheet per exam", ["exam-protocol"], ege, paintDense(ege));
  const { sheets, truth } = paintJournal(vpr);
  const about = "ФИС ОКО «Сравнение отметок с отметками по журналу»";
  fixtures.set("vpr-journal", {
    about,
    layouts: ["fisoko-journal"],
    sheets,
    results: [],
    journal: truth,
    secrets: [],
  });
  return fixtures;
}

function secretsOf(procedures: readonly SampleProcedure[]): string[] {
  const secrets = new Set<string>();
  for (const { pupils } of procedures) {
    for (const list of pupils.values()) {
      for (const { surname, name, patronymic, code, document } of list) {
        for (const secret of [surname, name, patronymic, code, document]) secrets.add(secret);
      }
    }
  }
  return [...secrets];
}
