/**
 * Errors that Excel answers. Codes, messages and statuses: learn.microsoft.com, "Error handling with the
 * application-specific JavaScript APIs", table "Error codes and messages".
 */
const ERRORS = {
  AccessDenied: [403, "You cannot perform the requested operation."],
  ApiNotFound: [404, "The API you are trying to use could not be found."],
  GeneralException: [500, "There was an internal error while processing the request."],
  InvalidArgument: [400, "The argument is invalid or missing or has an incorrect format."],
  InvalidOperation: [400, "The operation attempted is invalid on the object."],
  InvalidOperationInCellEditMode: [
    400,
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  ],
  InvalidReference: [400, "This reference is not valid for the current operation."],
  ItemAlreadyExists: [409, "The resource being created already exists."],
  ItemNotFound: [404, "The requested resource doesn't exist."],
  MergedRangeConflict: [
    400,
    "Cannot complete the operation. A table can't overlap with another table, a PivotTable report, query results, merged cells, or an XML Map.",
  ],
  NonBlankCellOffSheet: [
    400,
    "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet. These non-empty cells might appear empty but have blank values, some formatting, or a formula. Delete enough rows or columns to make room for what you want to insert and then try again.",
  ],
  RangeExceedsLimit: [400, "The cell count in the range has exceeded the maximum supported number."],
  RequestPayloadSizeLimitExceeded: [413, "The request payload size has exceeded the limit."],
  ResponsePayloadSizeLimitExceeded: [413, "The response payload size has exceeded the limit."],
  UnsupportedOperation: [400, "The operation being attempted is not supported."],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof ERRORS;

/** An answer of Excel's that the add-in gets as `OfficeExtension.Error`. */
export class HostError extends Error {
  constructor(
    /** One of `ErrorCode`, or a code that a test injects. */
    readonly code: string,
    message: string,
    readonly status: number,
  ) {
    super(message);
    this.name = "HostError";
  }
}

export function hostError(code: ErrorCode, message?: string): HostError {
  const [status, text] = ERRORS[code];
  return new HostError(code, message ?? text, status);
}

/** Any code, also one that is not in the table: for faults that tests ask for. */
export function faultError(code: string, message?: string): HostError {
  const known = Object.entries(ERRORS).find(([name]) => name === code)?.[1];
  return new HostError(code, message ?? known?.[1] ?? code, known?.[0] ?? 500);
}
