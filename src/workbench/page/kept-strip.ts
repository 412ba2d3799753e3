import { sheetContents, type SheetContents } from "../files";
import type { Sheet, Workbook } from "../store/model";
import type { Looks } from "./conditional/looks";
import { FROM_1904, type KeptKind, keptText } from "./kept-texts";

/** The line over the grid that names what the shown sheet has and the page does not draw: it is kept in the file. */
export class KeptStrip {
  #workbook: Workbook | undefined;
  #contents: ReadonlyMap<Sheet, SheetContents> = new Map();

  constructor(private readonly root: HTMLElement) {}

  /** Another book; its parts are looked at once. */
  show(workbook: Workbook): void {
    if (this.#workbook === workbook) return;
    this.#workbook = workbook;
    this.#contents = sheetContents(workbook);
  }

  /** Names what lies on the active sheet now. */
  draw(looks: Looks | undefined): void {
    const { sheets = [], activeSheetId, notes = [] } = this.#workbook ?? {};
    const sheet = sheets.find(({ id }) => id === activeSheetId);
    const text = sheet
      ? keptText(
          onSheet(sheet, this.#contents.get(sheet), looks),
          notes.flatMap((note) =>
            note.code === "date1904" ? [FROM_1904] : IN_BOOK.has(note.kind) ? [note.kind] : [],
          ),
        )
      : "";
    if (this.root.textContent !== text) this.root.textContent = text;
    this.root.title = text;
    this.root.hidden = text === "";
  }
}

/** Kinds of `FileNote` that belong to no sheet. */
const IN_BOOK: ReadonlySet<string> = new Set(["vbaProject", "externalLink", "connections", "otherSheet"]);

function onSheet(
  sheet: Sheet,
  contents: SheetContents | undefined,
  looks: Looks | undefined,
): ReadonlyMap<KeptKind, number> {
  const counts = new Map<KeptKind, number>(contents);
  // Charts of the file are known to the model too, where they may have been deleted.
  if (sheet.charts) counts.set("chart", sheet.charts.length);
  counts.set("rule", looks?.undrawn.get(sheet) ?? 0);
  counts.set("list", sheet.validations.filter(({ rule }) => "list" in rule).length);
  return counts;
}
