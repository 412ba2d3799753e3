import type { Calculation } from "../calculation/calculation";
import { type Context, EXCEL_LIMITS, type Limits, type RangeRef } from "../objects/context";
import { makers } from "../objects/makers";
import { rangeClass } from "../objects/range";
import { workbookClass } from "../objects/workbook";
import { createWorkbook } from "../store/create";
import type { Area, Sheet, Workbook } from "../store/model";
import { CommandCalls } from "./commands";
import type { Counters } from "./counters";
import { type InvokeOptions, type Invocation, FunctionCalls } from "./custom-functions";
import { Dispatcher } from "./dispatcher";
import { EventHub } from "./event-hub";
import type { HostEvent } from "./events";
import { declares, DEFAULT_PROFILE, type Profile } from "./profiles";
import { References } from "./references";
import { type Fault, RequestLine, type RequestInfo } from "./request-line";
import { serviceObjects } from "./services";
import { Stale } from "./stale";
import type { PushEntry } from "./wire";

export interface HostOptions {
  workbook?: Workbook;
  calculation?: Calculation;
  profile?: Profile;
  limits?: Partial<Limits>;
  /** Interface and data locale; `ru-RU` when left out. */
  locale?: string;
}

/**
 * A workbook behind office.js's own protocol. Give it to `installBridge` with the add-in's window before office.js
 * loads. Everything an add-in does arrives here as ProcessQuery; `unknownCalls` lists what the host does not have.
 */
export class EmbeddedHost {
  readonly unknownCalls: string[] = [];
  readonly counters: Counters = { requests: 0, syncs: 0, requestBytes: 0, answerBytes: 0 };
  readonly locale: string;
  readonly profile: Profile;
  readonly context: Context;
  readonly references = new References();
  readonly events = new EventHub(
    (entries) => {
      this.push(entries);
    },
    (sheetId, area) => this.#track(sheetId, area),
  );
  readonly functions = new FunctionCalls((entries) => {
    this.push(entries);
  });
  readonly commands = new CommandCalls((entries) => {
    this.push(entries);
  });
  /** Faults for tests: called before each request of the add-in's batches. */
  intercept: ((request: RequestInfo) => Fault) | undefined;
  /** Told when contents were written or sheets moved, by whoever; a calculation is none of these. */
  onWritten: (() => void) | undefined;
  readonly #stale = new Stale();
  readonly #line: RequestLine;
  #calculation: Calculation | undefined;
  #deliver: ((text: string) => void) | undefined;
  #nextId = 1;

  constructor(options: HostOptions = {}) {
    this.locale = options.locale ?? "ru-RU";
    this.profile = options.profile ?? DEFAULT_PROFILE;
    this.#calculation = options.calculation;
    this.context = this.#createContext(options.workbook ?? createWorkbook(), {
      ...EXCEL_LIMITS,
      ...this.profile.limits,
      ...options.limits,
    });
    const dispatcher = new Dispatcher({
      root: workbookClass.of(null, this.context),
      services: serviceObjects(this.functions, this.commands, this.context),
      references: this.references,
      calculate: () => this.#calculateStale(),
      unknown: (member) => {
        this.unknownCalls.push(member);
      },
    });
    this.#line = new RequestLine(
      dispatcher,
      this.context.limits,
      this.counters,
      (request) => this.intercept?.(request) ?? "pass",
      () => this.functions.running,
    );
  }

  get workbook(): Workbook {
    return this.context.workbook;
  }

  /** While true a cell is being edited: requests are refused, or wait if made with `delayForCellEdit`. */
  set cellEditing(editing: boolean) {
    this.#line.cellEditing = editing;
  }
  get cellEditing(): boolean {
    return this.#line.cellEditing;
  }

  /** The engine may be set after the host was made, as it needs the host to call custom functions. */
  set calculation(calculation: Calculation | undefined) {
    this.#calculation = calculation;
    this.#stale.everything();
  }

  /** Where texts for office.js go; the bridge sets it. */
  connect(deliver: (text: string) => void): void {
    this.#deliver = deliver;
  }

  /** Takes a text that office.js sent; the answer and the events it causes are delivered in order. */
  async receive(text: string): Promise<void> {
    const answer = await this.#line.take(text);
    if (answer !== null) this.#deliver?.(answer);
    this.events.flush();
  }

  push(entries: readonly PushEntry[]): void {
    this.#deliver?.(JSON.stringify({ type: 3, message: { entries } }));
  }

  /** Calls a custom function of the add-in, as a formula does. */
  invoke(name: string, params: readonly unknown[], options?: InvokeOptions): Invocation {
    return this.functions.invoke(name, params, options);
  }

  /** Runs a ribbon action; resolves when its handler calls `event.completed()`. */
  runAction(name: string, argument: Readonly<Record<string, unknown>> = {}): Promise<void> {
    return this.commands.run(name, argument);
  }

  /** A user writes into cells: formulas become stale and `onChanged` is raised, as after the add-in's own writes. */
  edited(sheet: Sheet, area: Area): void {
    this.context.written(sheet, area);
    this.events.flush();
  }

  /** A user types into a cell, or pastes: a text is read as Excel reads it, `""` clears. Throws what Excel refuses. */
  enter(sheet: Sheet, area: Area, values: readonly (readonly unknown[])[]): void {
    this.context.make.range(sheet, area).setter("Values")?.(values);
    this.events.flush();
  }

  /** A user selects cells of a sheet, which becomes active. */
  select(sheet: Sheet, area: Area): void {
    rangeClass.of({ sheet, area }, this.context).method("Select")?.([]);
    this.events.flush();
  }

  /** Brings every result of a formula up to date: before a save, and before reading the store directly. */
  async calculate(): Promise<void> {
    await this.#calculateStale();
  }

  #track(sheetId: string, area: Area): string | undefined {
    const sheet = this.workbook.sheets.find(({ id }) => id === sheetId);
    if (!sheet) return undefined;
    const range = this.context.make.range(sheet, area);
    this.references.keep(range);
    return this.references.idOf(range);
  }

  #calculateStale(): Promise<void> | undefined {
    const changed = this.#stale.take();
    return changed && this.#calculation?.recalculate(this.workbook, changed);
  }

  #createContext(workbook: Workbook, limits: Limits): Context {
    const context: Context = {
      workbook,
      limits,
      references: this.references,
      hasExcelApi: (version) => declares(this.profile, "ExcelApi", version),
      make: makers(() => context),
      rangeOf: (object): RangeRef | undefined => rangeClass.selfOf(object),
      written: (sheet, area) => {
        this.#stale.written(sheet.id, area);
        this.onWritten?.();
        this.events.changed(sheet, area);
      },
      restructured: () => {
        this.#stale.everything();
        this.onWritten?.();
      },
      raise: (event: HostEvent) => {
        this.events.raise(event);
      },
      listen: (type, target, on) => {
        this.events.listen(type, target, on);
      },
      calculate: async (everything) => {
        if (everything) this.#stale.everything();
        await this.#calculateStale();
      },
      newId: () => {
        for (;;) {
          const id = `{${(this.#nextId++).toString(16).toUpperCase().padStart(8, "0")}-0000-0000-0000-000000000000}`;
          // the workbook may have parts of an earlier host
          if (context.workbook.customXmlParts.every((part) => part.id !== id)) return id;
        }
      },
    };
    return context;
  }
}
