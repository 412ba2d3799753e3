import { bounding } from "../store/areas";
import { formatArea } from "../store/address";
import type { Area, Sheet } from "../store/model";
import { EventType, type HostEvent, WORKBOOK_TARGET } from "./events";
import { Category, type PushEntry } from "./wire";

/** Collects events while a request runs and pushes them after its answer, as Excel raises them after the sync. */
export class EventHub {
  readonly #listening = new Set<string>();
  #waiting: HostEvent[] = [];
  readonly #changed = new Map<string, Area>();
  /** Hears that the selection of the document changed; it is told nothing more. */
  onSelection: ((payload: readonly unknown[]) => void) | undefined;

  constructor(
    private readonly push: (entries: PushEntry[]) => void,
    /** Tracks a range, so that the handler of an event may ask for it. */
    private readonly track: (sheetId: string, area: Area) => string | undefined,
  ) {}

  listen(type: number, target: string, on: boolean): void {
    if (on) this.#listening.add(`${type}:${target}`);
    else this.#listening.delete(`${type}:${target}`);
  }

  raise(event: HostEvent): void {
    this.#waiting.push(event);
  }

  /** office.js writes large blocks in pieces that touch; the add-in that wrote one block gets one event. */
  changed(sheet: Sheet, area: Area): void {
    const before = this.#changed.get(sheet.id);
    if (before && !continues(before, area)) this.#raiseChanged(sheet.id, before);
    this.#changed.set(sheet.id, before && continues(before, area) ? bounding(before, area) : area);
  }

  flush(): void {
    for (const [sheetId, area] of this.#changed) this.#raiseChanged(sheetId, area);
    this.#changed.clear();
    const events = this.#waiting;
    this.#waiting = [];
    const entries = events.flatMap((event) =>
      [event.sheetId, WORKBOOK_TARGET]
        .filter((target) => this.#listening.has(`${event.type}:${target}`))
        .map((targetId) => ({
          messageCategory: Category.Event,
          messageType: event.type,
          targetId,
          message: JSON.stringify(event.args),
        })),
    );
    if (entries.length > 0) this.push(entries);
    if (events.some(({ type }) => type === EventType.WorksheetSelectionChanged)) this.onSelection?.([]);
  }

  #isHeard(type: number, sheetId: string): boolean {
    return this.#listening.has(`${type}:${sheetId}`) || this.#listening.has(`${type}:${WORKBOOK_TARGET}`);
  }

  /** learn.microsoft.com, Excel.WorksheetChangedEventArgs. */
  #raiseChanged(sheetId: string, area: Area): void {
    if (!this.#isHeard(EventType.WorksheetChanged, sheetId)) return;
    const referenceId = this.track(sheetId, area);
    const address = formatArea(area);
    this.raise({
      type: EventType.WorksheetChanged,
      sheetId,
      args: { changeType: "RangeEdited", source: "Local", address, worksheetId: sheetId, referenceId },
    });
  }
}

const continues = (before: Area, area: Area): boolean =>
  before.left === area.left && before.right === area.right && area.top === before.bottom + 1;
