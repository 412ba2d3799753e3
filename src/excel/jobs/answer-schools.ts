import { answerOf, type SchoolPair } from "../../domain/answer-schools";
import {
  placeOfNote,
  withoutNote,
  type NotedAnswer,
  type SchoolAnswer,
} from "../../domain/documents/registry-answer";
import { planRegistry, REGISTRY_ID } from "../../domain/documents/registry-sheet";
import type { Source } from "../../domain/problem";
import type { Settings } from "../../domain/settings";
import { inputOf, prepare, sourcesOf, type Prepared } from "./create-roadmap";
import {
  FormulaThere,
  WorkbookError,
  type OwnSheet,
  type SheetTask,
  type Snapshot,
  type WorkbookPort,
} from "../port";
import { asRun } from "../runs/runs";

export type AnswerOutcome =
  /** The registry keeps it; `prepared` is the workbook read after that. */
  | {
      readonly kind: "noted";
      readonly noted: NotedAnswer;
      /** The cell of the registry. */
      readonly place: Source;
      readonly prepared: Prepared;
    }
  /** One school would have two figures for so many procedures and years: nothing was written, unless it is insisted. */
  | { readonly kind: "contradicting"; readonly count: number; readonly prepared: Prepared }
  /** The registry has no way of saying just that, or its cell holds a formula of the user's: nothing was written. */
  | { readonly kind: "notNoted"; readonly prepared: Prepared }
  /** The schools, or the note, are not there any more: nothing was written. */
  | { readonly kind: "gone"; readonly prepared: Prepared };

/**
 * Keeps in the registry «Школы» that two schools are one or are different: one cell of the row of one of them changes,
 * or rows are put below the last one, or the sheet is made. Nothing else of the workbook changes.
 * @param insisted the user knows that figures of the two contradict and will not count
 * @throws WorkbookError when Excel refuses; the workbook is then as before, but for `writtenNotRead`
 */
export const answerSchools = (
  port: WorkbookPort,
  settings: Settings,
  pair: SchoolPair,
  answer: SchoolAnswer,
  insisted = false,
): Promise<AnswerOutcome> =>
  asRun("answer", ({ bound }) => noteAnswer(bound(port), settings, pair, answer, insisted));

async function noteAnswer(
  port: WorkbookPort,
  settings: Settings,
  pair: SchoolPair,
  answer: SchoolAnswer,
  insisted: boolean,
): Promise<AnswerOutcome> {
  const prepared = await prepare(port, { settings });
  const { snapshot, analysis } = prepared;
  const there = new Set(analysis.schools.map(({ key }) => key));
  if (!there.has(pair.first) || !there.has(pair.second)) return { kind: "gone", prepared };
  const change = answerOf(inputOf(snapshot, settings), analysis, pair, answer);
  if (change === null) return { kind: "notNoted", prepared };
  if (change.contradicting > 0 && !insisted)
    return { kind: "contradicting", count: change.contradicting, prepared };
  const { plan, append, edit, noted } = change;
  const sheet = registryOf(snapshot);
  const tasks: readonly SheetTask[] =
    plan !== null
      ? [{ plan, ...(sheet === undefined ? {} : { replace: sheet }), background: true }] // emptied by the user
      : sheet === undefined || append.length === 0
        ? []
        : [{ plan: planRegistry([]), replace: sheet, append, background: true }];
  const edits = edit === null ? [] : [edit];
  const written = await unlessFormula(port.write(tasks, snapshot, edits, sourcesOf(prepared)));
  if (written === null) return { kind: "notNoted", prepared };
  const name = sheet?.name ?? written[0]?.name ?? "";
  const address = placeOfNote(change.grid, noted)?.address ?? "A1";
  return {
    kind: "noted",
    noted,
    place: { sheet: name, address },
    prepared: await readAfter(port, settings, name),
  };
}

/**
 * Takes an answer out of the registry again; what the user typed beside it stays.
 * @throws WorkbookError as `answerSchools`
 */
export const takeAnswerBack = (
  port: WorkbookPort,
  settings: Settings,
  noted: NotedAnswer,
): Promise<AnswerOutcome> => asRun("answer", ({ bound }) => removeNote(bound(port), settings, noted));

async function removeNote(
  port: WorkbookPort,
  settings: Settings,
  noted: NotedAnswer,
): Promise<AnswerOutcome> {
  const prepared = await prepare(port, { settings });
  const sheet = registryOf(prepared.snapshot);
  const edit = sheet?.grid == null ? null : withoutNote(sheet.grid, noted);
  if (sheet === undefined || edit === null) return { kind: "gone", prepared };
  const written = await unlessFormula(port.write([], prepared.snapshot, [edit], sourcesOf(prepared)));
  if (written === null) return { kind: "notNoted", prepared };
  const place = { sheet: sheet.name, address: edit.address };
  return { kind: "noted", noted, place, prepared: await readAfter(port, settings, sheet.name) };
}

/** The workbook as it is with the answer. What Excel refuses here does not undo what is written, so it is told as another thing. */
async function readAfter(port: WorkbookPort, settings: Settings, sheet: string): Promise<Prepared> {
  try {
    return await prepare(port, { settings });
  } catch {
    throw new WorkbookError("writtenNotRead", sheet);
  }
}

const registryOf = ({ own }: Snapshot): OwnSheet | undefined => own.find(({ id }) => id === REGISTRY_ID);

/** @returns null where a formula stands in the cell that was to change */
async function unlessFormula<T>(written: Promise<T>): Promise<T | null> {
  try {
    return await written;
  } catch (error) {
    if (error instanceof FormulaThere) return null;
    throw error;
  }
}
