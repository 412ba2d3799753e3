import { EmbeddedHost } from "..";
import { type CustomFunction, type CustomFunctionRunner, UniverCalculation } from "../calculation";
import { formatAddress, getCell } from "../store";
import type { Area, Sheet, Workbook } from "../store/model";
import type { AppliedEdit } from "./grid/edits";
import type { Grid } from "./grid/grid";
import type { Button } from "./manifest";
import type { Pane } from "./pane";
import type { StatusLine } from "./status";
import { TEXTS } from "./texts";

/** Pause after the add-in's last request before the grid is drawn: a job writes in several batches. */
const QUIET_MS = 120;

/** One open workbook: its host, its calculation, and the add-in started over it. */
export class Session {
  readonly host: EmbeddedHost;
  readonly #calculation: UniverCalculation;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<void> = Promise.resolve();
  #ended = false;
  #dirty = false;

  constructor(
    readonly workbook: Workbook,
    functions: readonly CustomFunction[],
    private readonly parts: { readonly grid: Grid; readonly pane: Pane; readonly status: StatusLine },
  ) {
    this.host = new EmbeddedHost({ workbook, locale: "ru-RU" });
    const runner: CustomFunctionRunner = {
      invoke: (id, params, options) => ({
        result: parts.pane.ready.then(() => this.host.invoke(id, params, options).result),
      }),
    };
    this.#calculation = new UniverCalculation({ functions, runner });
    this.host.calculation = this.#calculation;
    this.#watchRequests();
  }

  /** Whether something was changed since the book was opened or saved. */
  get dirty(): boolean {
    return this.#dirty;
  }

  saved(): void {
    this.#dirty = false;
  }

  async start(): Promise<void> {
    this.parts.grid.show(this.workbook);
    await this.parts.pane.attach(this.host);
    await this.refresh();
  }

  /** The book was closed: what still arrives from its add-in is not drawn. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  #watchRequests(): void {
    const receive = this.host.receive.bind(this.host);
    this.host.receive = async (text) => {
      await receive(text);
      this.parts.status.count(this.host);
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
    if (this.#ended) return;
    this.parts.grid.sync();
    this.parts.status.count(this.host);
    this.#tellCircular();
  }

  edited(sheet: Sheet, { area, refused }: AppliedEdit): void {
    if (refused > 0) this.parts.status.say(TEXTS.protectedSheet, "problem");
    if (area) {
      this.#dirty = true;
      this.host.edited(sheet, area);
    }
    void this.refresh();
  }

  selected(sheet: Sheet, area: Area): void {
    this.host.select(sheet, area);
    const { value, errorMessage } = getCell(sheet, area.top, area.left) ?? {};
    if (errorMessage !== undefined)
      this.parts.status.say(TEXTS.cellError(String(value), errorMessage), "problem");
  }

  /** Runs a command of the ribbon, as a click in Excel does. */
  async run({ label, action }: Button): Promise<void> {
    if (action.kind === "pane") {
      this.parts.pane.show();
      return;
    }
    this.parts.pane.show();
    await this.parts.grid.endEditing();
    this.parts.status.say(TEXTS.running(label));
    try {
      await this.parts.pane.ready;
      await this.host.runAction(action.name);
      this.#dirty = true;
      await this.refresh();
      this.parts.status.say(TEXTS.done(label), "good");
    } catch {
      this.parts.status.say(TEXTS.commandFailed(label), "problem");
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
