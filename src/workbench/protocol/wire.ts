/** Messages between office.js and its host, as the shipped client of @microsoft/office-js 1.1.110 writes and reads them. */

export interface RequestMessage {
  readonly id: number;
  readonly type: 1;
  /** 1 writes, 4 read only, 64 wait until cell editing ends (`delayForCellEdit`). */
  readonly flags: number;
  readonly message: { readonly url: string; readonly body: QueryBody };
}
export interface QueryBody {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export const DELAY_FOR_CELL_EDIT = 64;

export const ActionType = {
  Instantiate: 1,
  Query: 2,
  Method: 3,
  SetProperty: 4,
  Trace: 5,
  RecursiveQuery: 6,
  QueryAsJson: 7,
  EnsureUnchanged: 8,
  Update: 9,
} as const;

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}
export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Where an argument is an object: the id of its path at the same place. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}
export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export const PathType = {
  Root: 1,
  NewObject: 2,
  Method: 3,
  Property: 4,
  Indexer: 5,
  Reference: 6,
  Null: 7,
} as const;

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface QueryAnswer {
  Error?: WireError;
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
}
export interface WireError {
  readonly Code: string;
  readonly Message: string;
  readonly HttpStatusCode: number;
  /** `Class.member` that refused. */
  readonly Location: string;
  readonly ActionIndex: number;
}

export interface PushEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId?: string;
  readonly message: string;
}
/** Categories of pushes. */
export const Category = { CustomFunction: 1, Action: 2, Event: 65536 } as const;
/** Type of a custom function call and of an action call within their categories. */
export const INVOKE = 1000;
