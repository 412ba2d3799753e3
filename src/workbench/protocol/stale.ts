import type { ChangedCells } from "../calculation/calculation";
import type { Area } from "../store/model";

/** Collects what changed since the last calculation. A column written row by row becomes one area again. */
export class Stale {
  // A file just opened, or a workbook just made, has results that no engine of ours has seen.
  #everything = true;
  #areas = new Map<string, Area[]>();

  written(sheetId: string, area: Area): void {
    const areas = this.#areas.get(sheetId);
    if (!areas) {
      this.#areas.set(sheetId, [area]);
      return;
    }
    const last = areas.at(-1);
    if (
      last &&
      last.left === area.left &&
      last.right === area.right &&
      area.top <= last.bottom + 1 &&
      area.top >= last.top
    )
      areas[areas.length - 1] = { ...last, bottom: Math.max(last.bottom, area.bottom) };
    else areas.push(area);
  }

  everything(): void {
    this.#everything = true;
  }

  /** `undefined` when nothing is stale; what is returned counts as calculated. */
  take(): ChangedCells | undefined {
    if (!this.#everything && this.#areas.size === 0) return undefined;
    const changed: ChangedCells = { everything: this.#everything, areas: this.#areas };
    this.#everything = false;
    this.#areas = new Map();
    return changed;
  }
}
