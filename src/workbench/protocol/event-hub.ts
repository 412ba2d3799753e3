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

  constructor(private readonly push: (entries: PushEntry[]) => void) {}

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
  }

  /** learn.microsoft.com, Excel.WorksheetChangedEventArgs. */
  #raiseChanged(sheetId: string, area: Area): void {
    this.raise({
      type: EventType.WorksheetChanged,
      sheetId,
      args: { changeType: "RangeEdited", source: "Local", address: formatArea(area), worksheetId: sheetId },
    });
  }
}

const continues = (before: Area, area: Area): boolean =>
  before.left === area.left && before.right === area.right && area.top === before.bottom + 1;
