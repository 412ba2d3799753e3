import { cellAddress } from "../../domain/grid";
import { anewAgain } from "./anew-again";
import { mergeAgain } from "./merge-again";
import { editStep, type Redo } from "./redo";
import type { Room } from "../sheets/room";
import type { ToDo } from "./to-do";
import { cellSteps, type WriteStep } from "../sheets/write-plan";

/** What is not done of a piece of work, and why. */
interface Left {
  /** The sheet as the user knows it. */
  readonly name: string;
  /** It is protected and half changed, so the work must not be forgotten. */
  readonly waits: boolean;
  /** Where the user has been: cells, or the sheet. */
  readonly told: readonly string[];
}

/** Queues a piece of work, after it was made sure that nobody else was there. @returns null where it is whole */
type Again = (room: Room) => Promise<Left | null>;

/**
 * Loads what tells whether a piece of work was done already or the user has been there since, and gives what to do after
 * the next sync.
 * @param onlyHalf a sheet that is not half changed any more is somebody else's by now
 */
export function prepareAgain(
  { workbook }: Excel.RequestContext,
  work: Redo,
  run: string,
  onlyHalf = false,
): Again {
  const sheet = workbook.worksheets.getItemOrNullObject(work.sheetId).load("name");
  sheet.protection.load("protected");
  const toDo = toDoAgain(sheet, work, run);
  return async (room) => {
    if (sheet.isNullObject) return null; // the user deleted it
    const { steps, half, mine, users } = await toDo();
    if (onlyHalf && !half) return null;
    const { name } = sheet;
    // Excel would refuse it at every start, and with it all else that is to be put right
    if (steps.length > 0 && sheet.protection.protected)
      return { name, waits: half, told: half ? [] : [`«${name}»`] };
    for (const { bytes, queue } of steps) {
      await room(bytes);
      queue(sheet);
    }
    if (users === true) return { name, waits: false, told: [`«${name}»`] };
    const told = mine.map(({ row, column }) => `«${name}», ${cellAddress(row, column)}`);
    return told.length === 0 ? null : { name, waits: false, told };
  };
}

function toDoAgain(sheet: Excel.Worksheet, work: Redo, run: string): () => ToDo | Promise<ToDo> {
  const whole = (steps: readonly WriteStep[]): ToDo => ({ steps, half: false, mine: [] });
  switch (work.kind) {
    case "merge":
      return mergeAgain(sheet, work, run);
    case "anew":
      return anewAgain(sheet, work, run);
    case "remove":
    case "values":
      return () => whole([]); // by `removeAgain` and `valuesAgain`
    case "edit": {
      const cell = sheet.getRange(work.address).load("formulas");
      return () => whole(cell.formulas[0]?.[0] === work.before ? [editStep(work)] : []);
    }
    case "append": {
      const places = work.blocks.map((block) => {
        const { row, column, cells } = block;
        const range = sheet.getRangeByIndexes(row, column, cells.length, cells[0]?.length ?? 1);
        return { block, range: range.load("values") };
      });
      return () => {
        const free = places.filter(({ range: { values } }) => values.flat().every((value) => value === ""));
        return whole(cellSteps(free.map(({ block }) => block)));
      };
    }
  }
}
