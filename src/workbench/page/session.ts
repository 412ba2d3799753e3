import { EmbeddedHost } from "..";
import { type CustomFunction, type CustomFunctionRunner, UniverCalculation } from "../calculation";
import { saveWorkbook } from "../files";
import { formatAddress, getCell } from "../store";
import type { Area, Sheet, Workbook } from "../store/model";
import { Changes } from "./changes";
import { conditionalLooks, type Looks } from "./conditional/looks";
import type { AppliedEdit } from "./grid/edits";
import type { Grid } from "./grid/grid";
import type { KeptStrip } from "./kept-strip";
import { displayLanguage } from "./language";
import type { Button } from "./manifest";
import type { Pane } from "./pane";
import type { StatusLine } from "./status";
import { TEXTS } from "./texts";

/** Pause after the add-in's last request before the grid is drawn: a job writes in several batches. */
const QUIET_MS = 120;

/** Trying the rules for longer than this would be felt while typing. */
const QUICK_MS = 150;

/** What is on the page once, for whichever book is shown. */
export interface Parts {
  readonly grid: Grid;
  readonly pane: Pane;
  readonly status: StatusLine;
  readonly kept: KeptStrip;
}

/** One open workbook: its host, its calculation, and the add-in started over it. It may be shown or lie behind others. */
export class Session {
  readonly host: EmbeddedHost;
  readonly #calculation: UniverCalculation;
  /** Of conditional formats: their formulas are no part of the book. */
  readonly #rules = new UniverCalculation();
  readonly #changes: Changes;
  #looks: Looks | undefined;
  #ruled = "";
  #looksTimer: ReturnType<typeof setTimeout> | undefined;
  /** Milliseconds of the last trial of all rules. */
  #typed = false;
  #looksTook = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<void> = Promise.resolve();
  #shown = false;
  #dirty = false;

  constructor(
    readonly workbook: Workbook,
    functions: readonly CustomFunction[],
    private readonly parts: Parts,
    private readonly changed: () => void,
  ) {
    this.host = new EmbeddedHost({ workbook, locale: displayLanguage() });
    const { pane } = parts;
    const runner: CustomFunctionRunner = {
      invoke: (id, params, options) => ({
        result: pane.ready(this.host).then(() => this.host.invoke(id, params, options).result),
      }),
    };
    this.#calculation = new UniverCalculation({ functions, runner });
    this.host.calculation = this.#calculation;
    this.host.commands.onPane = (visible) => {
      if (visible) pane.show();
      else pane.hide();
    };
    this.#changes = new Changes(this.host);
    this.#watchRequests();
  }

  /** Whether something was changed since the book was opened or saved. */
  get dirty(): boolean {
    return this.#dirty;
  }

  /** Shows the book; the add-in is started when it is shown for the first time. */
  async enter(): Promise<void> {
    this.#shown = true;
    const { grid, pane, kept } = this.parts;
    grid.show(this.workbook, this.#looks);
    kept.show(this.workbook);
    kept.draw(this.#looks);
    await pane.turnTo(this.host);
    await this.refresh();
  }

  /** Another book is shown: what still arrives from the add-in is taken and not drawn. */
  leave(): void {
    this.#shown = false;
    clearTimeout(this.#looksTimer);
    this.#ruled = ""; // what was put off is done when the book is shown again
  }

  /** The file as it is now. */
  async save(): Promise<Uint8Array> {
    await this.refresh();
    const bytes = await saveWorkbook(this.workbook);
    this.#changes.forget();
    this.#tellDirty();
    return bytes;
  }

  #watchRequests(): void {
    const receive = this.host.receive.bind(this.host);
    this.host.receive = async (text) => {
      await receive(text);
      if (this.#shown) this.parts.status.count(this.host);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.refresh(), QUIET_MS);
    };
  }

  /** Computes what is stale and draws what changed, after whatever is being computed already. */
  refresh(): Promise<void> {
    const turn = this.#last.then(() => this.#refresh());
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #refresh(): Promise<void> {
    await this.host.calculate();
    this.#tellDirty();
    if (!this.#shown) return;
    const { grid, kept, status } = this.parts;
    const drawn = grid.sync();
    // what the user typed stands in the grid already, so that nothing of it is drawn
    const changed = drawn || this.#typed;
    this.#typed = false;
    status.count(this.host);
    this.#tellCircular();
    await this.#freshenLooks(changed);
    kept.draw(this.#looks);
  }

  /** Conditional formats are tried again when cells changed, or the rules; many of them not at every key. */
  async #freshenLooks(cellsChanged: boolean): Promise<void> {
    const rules = JSON.stringify(this.workbook.sheets.map((sheet) => sheet.conditionalFormats));
    if (!cellsChanged && rules === this.#ruled) return;
    this.#ruled = rules;
    clearTimeout(this.#looksTimer);
    if (this.#looksTook < QUICK_MS) await this.#drawLooks();
    else this.#looksTimer = setTimeout(() => void this.#drawLooks(), 2 * this.#looksTook);
  }

  async #drawLooks(): Promise<void> {
    const started = performance.now();
    try {
      this.#looks = await conditionalLooks(this.workbook, this.#rules);
    } catch (problem) {
      console.error(problem); // cells without their conditional fills are better than no cells
      return;
    }
    this.#looksTook = performance.now() - started;
    if (!this.#shown) return;
    this.parts.grid.layOver(this.#looks);
    this.parts.kept.draw(this.#looks);
  }

  #tellDirty(): void {
    if (this.#dirty === this.#changes.any) return;
    this.#dirty = !this.#dirty;
    this.changed();
  }

  edited(sheet: Sheet, { area, refused }: AppliedEdit): void {
    if (refused > 0) this.parts.status.say(TEXTS.protectedSheet, "problem");
    if (area) {
      this.host.edited(sheet, area);
      this.#typed = true;
    }
    this.#tellDirty();
    void this.refresh();
  }

  selected(sheet: Sheet, area: Area): void {
    const { activeSheetId } = this.workbook;
    this.host.select(sheet, area);
    if (activeSheetId !== sheet.id) this.parts.kept.draw(this.#looks);
    const { value, errorMessage } = getCell(sheet, area.top, area.left) ?? {};
    if (errorMessage !== undefined)
      this.parts.status.say(TEXTS.cellError(String(value), errorMessage), "problem");
  }

  /** Runs a command of the ribbon, as a click in Excel does. */
  async run({ label, action }: Button): Promise<void> {
    const { pane, grid, status } = this.parts;
    if (action.kind === "pane") {
      pane.show();
      return;
    }
    await grid.endEditing();
    status.say(TEXTS.running(label));
    try {
      await pane.ready(this.host);
      await this.host.runAction(action.name);
      await this.refresh();
      status.say(TEXTS.done(label), "good");
    } catch {
      status.say(TEXTS.commandFailed(label), "problem");
    }
  }

  #tellCircular(): void {
    const [first, ...more] = this.#calculation.circular;
    const sheet = first && this.workbook.sheets.find(({ id }) => id === first.sheetId);
    if (!first || !sheet) return;
    const area = { top: first.row, left: first.column, bottom: first.row, right: first.column };
    this.parts.status.say(TEXTS.circular(formatAddress(sheet.name, area), more.length), "problem");
  }
}
