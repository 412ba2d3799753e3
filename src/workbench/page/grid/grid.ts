import { createUniver, type FUniver, LocaleType, type Univer } from "@univerjs/presets";
import { ICalculateFormulaService } from "@univerjs/engine-formula";
import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import ruRU from "@univerjs/preset-sheets-core/locales/ru-RU";
import { getCell } from "../../store";
import { contains } from "../../store/areas";
import type { Area, Cell, Sheet, Workbook } from "../../store/model";
import { type AppliedEdit, applyEdits, type GridChanges } from "./edits";
import { differences, type Looks } from "../conditional/looks";
import { labelControls } from "./labels";
import { gridCell, gridRange, gridWorkbook, structureKey, wholeCell } from "./snapshot";

export interface GridEvents {
  /** A user changed cells of the sheet; the model has them already. */
  edited(sheet: Sheet, edit: AppliedEdit): void;
  selected(sheet: Sheet, area: Area): void;
  /** A cell is being edited, or no longer. */
  editing(open: boolean): void;
  /** Something that the page does not do, like inserting rows. */
  refused(): void;
}

const SET_VALUES = "sheet.mutation.set-range-values";
const SET_SELECTIONS = "sheet.operation.set-selections";
/** What would change more than contents of cells; the add-in changes that, or a user in Excel. */
const STRUCTURAL =
  /^sheet\.command\.(?:insert-|remove-|copy-sheet|delete-range|add-worksheet-merge|add-(?:range|worksheet)-protection|move-(?:range|rows|cols)|split-text|reset-|clear-selection-(?:all|format)|apply-format|set-(?:style|bold|italic|underline|stroke|overline|font|text-|background|vertical|horizontal|border|col-|row-|rows-|frozen|selection-frozen|first-|tab-color|defined-name|worksheet-(?:name|order|hidden|show|col-width|row-)|range-(?!values))|delta-)|^numfmt|^sheet\.command\.numfmt/;

/** Univer's canvas grid over the model: it draws, the model holds; formulas are computed elsewhere. */
export class Grid {
  readonly #univer: Univer;
  readonly #api: FUniver;
  #workbook: Workbook | undefined;
  #unit: string | undefined;
  #units = 0;
  #structure = "";
  /** Cells as last drawn: the model makes a new object for each change of a cell. */
  readonly #drawn = new Map<string, Map<number, Map<number, Cell>>>();
  #looks: Looks | undefined;
  #writing = false;
  #place = "";

  constructor(
    container: HTMLElement,
    private readonly events: GridEvents,
  ) {
    const preset = UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      contextMenu: false,
      formulaBar: true,
      footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: true },
      disableAutoFocus: true,
      formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
    });
    const { univer, univerAPI } = createUniver({
      locale: LocaleType.RU_RU,
      locales: { [LocaleType.RU_RU]: ruRU },
      presets: [preset],
    });
    // Formulas come with their results from the model: the grid's own engine stays still.
    univer.__getInjector().get(ICalculateFormulaService).execute = () => Promise.resolve();
    followTheme();
    labelControls(container);
    this.#univer = univer;
    this.#api = univerAPI;
    this.#listen();
  }

  #listen(): void {
    const { Event } = this.#api;
    this.#api.addEvent(Event.BeforeCommandExecute, (event) => {
      if (this.#writing || !STRUCTURAL.test(event.id)) return;
      event.cancel = true;
      this.events.refused();
    });
    this.#api.addEvent(Event.CommandExecuted, ({ id, params, options }) => {
      // What the grid's own plugins make of a change stays in the grid.
      if (id === SET_VALUES && !this.#writing && options?.onlyLocal !== true)
        this.#takeEdit(params as SetValues);
      // A place typed into the name box is told by no event of selections.
      if (id === SET_SELECTIONS) this.#takeSelection();
    });
    this.#api.addEvent(Event.SelectionChanged, () => {
      this.#takeSelection();
    });
    this.#api.addEvent(Event.ActiveSheetChanged, () => {
      this.#takeSelection();
    });
    this.#api.addEvent(Event.SheetEditStarted, () => {
      this.events.editing(true);
    });
    this.#api.addEvent(Event.SheetEditEnded, () => {
      this.events.editing(false);
    });
  }

  /** Draws a workbook from the beginning. */
  show(workbook: Workbook, looks?: Looks): void {
    this.#workbook = workbook;
    this.#looks = looks;
    this.#quietly(() => {
      if (this.#unit !== undefined) this.#api.disposeUnit(this.#unit);
      this.#unit = `book-${++this.#units}`;
      this.#api.createWorkbook(gridWorkbook(workbook, this.#unit, looks?.bySheet)).setNumfmtLocal("ru");
      this.#remember(workbook);
      this.#showPlace(workbook, true);
    });
  }

  /**
   * Brings the grid up to the model after the add-in, a calculation or an edit changed it.
   * @returns whether there was anything to draw
   */
  sync(): boolean {
    const workbook = this.#workbook;
    if (!workbook) return false;
    if (structureKey(workbook) !== this.#structure) {
      this.show(workbook, this.#looks);
      return true;
    }
    let drawn = false;
    this.#quietly(() => {
      for (const sheet of workbook.sheets) drawn = this.#drawChanges(sheet) || drawn;
      this.#showPlace(workbook, false);
    });
    return drawn;
  }

  /** Draws what conditional formats give the cells now. */
  layOver(looks: Looks): void {
    const before = this.#looks;
    this.#looks = looks;
    for (const sheet of this.#workbook?.sheets ?? [])
      for (const [row, column] of differences(before?.bySheet.get(sheet), looks.bySheet.get(sheet)))
        this.#forget(sheet, row, column);
    this.#quietly(() => {
      for (const sheet of this.#workbook?.sheets ?? []) this.#drawChanges(sheet);
    });
  }

  async endEditing(): Promise<void> {
    await this.#api.getActiveWorkbook()?.endEditingAsync(true);
  }

  dispose(): void {
    this.#univer.dispose();
  }

  #drawChanges(sheet: Sheet): boolean {
    const drawn = this.#drawn.get(sheet.id);
    const look = this.#looks?.bySheet.get(sheet);
    const cellValue: Record<number, Record<number, unknown>> = {};
    let count = 0;
    const draw = (row: number, column: number, cell: Cell | undefined): void => {
      (cellValue[row] ??= {})[column] = wholeCell(
        gridCell(sheet, row, column, cell, look?.get(row)?.get(column)),
      );
      count++;
    };
    for (const [row, columns] of sheet.cells)
      for (const [column, cell] of columns)
        if (drawn?.get(row)?.get(column) !== cell) draw(row, column, cell);
    for (const [row, columns] of drawn ?? [])
      for (const column of columns.keys()) if (!getCell(sheet, row, column)) draw(row, column, undefined);
    if (count === 0) return false;
    this.#api.syncExecuteCommand(
      SET_VALUES,
      { unitId: this.#unit, subUnitId: sheet.id, cellValue },
      { onlyLocal: true },
    );
    this.#drawn.set(sheet.id, copyOf(sheet));
    return true;
  }

  #takeEdit({ unitId, subUnitId, cellValue }: SetValues): void {
    const sheet = this.#sheet(subUnitId);
    if (unitId !== this.#unit || !sheet || !cellValue) return;
    const edit = applyEdits(sheet, cellValue);
    // Whatever was typed is drawn again from the model, as the model understood it.
    for (const [row, columns] of Object.entries(cellValue))
      for (const column of Object.keys(columns ?? {})) this.#forget(sheet, Number(row), Number(column));
    this.events.edited(sheet, edit);
  }

  #forget(sheet: Sheet, row: number, column: number): void {
    const drawn = this.#drawn.get(sheet.id) ?? new Map<number, Map<number, Cell>>();
    this.#drawn.set(sheet.id, drawn);
    const columns = drawn.get(row) ?? new Map<number, Cell>();
    drawn.set(row, columns);
    columns.set(column, {});
  }

  #takeSelection(): void {
    if (this.#writing || !this.#workbook) return;
    const active = this.#api.getActiveWorkbook()?.getActiveSheet();
    const sheet = active && this.#sheet(active.getSheetId());
    const range = active?.getSelection()?.getActiveRange()?.getRange();
    if (!sheet) return;
    const { startRow = 0, startColumn = 0, endRow = 0, endColumn = 0 } = range ?? {};
    const area = { top: startRow, left: startColumn, bottom: endRow, right: endColumn };
    this.#place = placeKey(sheet.id, area);
    this.events.selected(sheet, area);
  }

  /** Activates the sheet and the cells that the model has as active, if they are others than before. */
  #showPlace(workbook: Workbook, always: boolean): void {
    const { activeSheetId, selection } = workbook;
    const place = placeKey(activeSheetId, selection);
    if (place === this.#place && !always) return;
    this.#place = place;
    const book = this.#api.getActiveWorkbook();
    const sheet = book?.getSheetBySheetId(activeSheetId);
    if (!book || !sheet || sheet.isSheetHidden()) return;
    if (book.getActiveSheet().getSheetId() !== activeSheetId) book.setActiveSheet(sheet);
    const range = gridRange(withMerge(this.#sheet(activeSheetId), selection));
    sheet.getRange(range).activate();
    sheet.scrollToCell(Math.max(0, range.startRow - 3), Math.max(0, range.startColumn - 2));
  }

  #quietly(action: () => void): void {
    this.#writing = true;
    try {
      action();
    } finally {
      this.#writing = false;
    }
  }

  #remember(workbook: Workbook): void {
    this.#structure = structureKey(workbook);
    this.#drawn.clear();
    for (const sheet of workbook.sheets) this.#drawn.set(sheet.id, copyOf(sheet));
  }

  #sheet(id: string): Sheet | undefined {
    return this.#workbook?.sheets.find((sheet) => sheet.id === id);
  }
}

/** The grid's own switch would turn the colours of cells too: its bars alone follow this class. */
function followTheme(): void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const follow = (): void => {
    document.body.classList.toggle("univer-dark", dark.matches);
  };
  dark.addEventListener("change", follow);
  follow();
}

interface SetValues {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly cellValue?: GridChanges;
}

/** A selected cell of a merged area stands for the whole of it. */
function withMerge(sheet: Sheet | undefined, area: Area): Area {
  const merge = sheet?.merges.find((each) => contains(each, area));
  return merge ?? area;
}

const copyOf = (sheet: Sheet): Map<number, Map<number, Cell>> =>
  new Map([...sheet.cells].map(([row, columns]) => [row, new Map(columns)]));

const placeKey = (sheetId: string, area: Area): string =>
  `${sheetId} ${area.top} ${area.left} ${area.bottom} ${area.right}`;
