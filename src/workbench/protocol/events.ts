/** Numbers of the events as office.js registers them (`eventType` in its Excel library). */
export const EventType = {
  WorksheetChanged: 10,
  WorksheetActivated: 11,
  WorksheetDeactivated: 12,
  WorksheetAdded: 13,
  WorksheetSelectionChanged: 14,
  WorksheetDeleted: 15,
} as const;

/** `targetId` of events of a collection. */
export const WORKBOOK_TARGET = "Workbook";

/** Something that add-ins may listen to, for a sheet and for the workbook. */
export interface HostEvent {
  readonly type: (typeof EventType)[keyof typeof EventType];
  readonly sheetId: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Names of the methods by which office.js registers each event, without `_Register…Event`. */
export const EVENT_METHODS = {
  DataChanged: EventType.WorksheetChanged,
  Activated: EventType.WorksheetActivated,
  Deactivated: EventType.WorksheetDeactivated,
  Added: EventType.WorksheetAdded,
  SelectionChanged: EventType.WorksheetSelectionChanged,
  Deleted: EventType.WorksheetDeleted,
} as const;
