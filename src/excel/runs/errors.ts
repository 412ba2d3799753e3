import { WorkbookError, type WorkbookErrorCode } from "../port";
import { own } from "../../domain/text/own";

/** Excel's codes: learn.microsoft.com, «Error handling with the application-specific JavaScript APIs». */
const CODES: Readonly<Record<string, WorkbookErrorCode>> = {
  InvalidOperationInCellEditMode: "cellEditing",
  AccessDenied: "denied",
  ItemNotFound: "sheetGone",
  InvalidReference: "sheetGone",
  RequestPayloadSizeLimitExceeded: "tooLarge",
  ResponsePayloadSizeLimitExceeded: "tooLarge",
  ApiNotFound: "notSupported",
  NotImplemented: "notSupported",
};

function isOfficeError(error: unknown): error is { code: string; message: string } {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    "message" in error &&
    typeof error.code === "string"
  );
}

/** The call that was refused, such as `Worksheet.delete`; empty where Excel does not say. */
function locationOf(error: object): string {
  const info: unknown = "debugInfo" in error ? error.debugInfo : undefined;
  return typeof info === "object" && info !== null && "errorLocation" in info
    ? String(info.errorLocation)
    : "";
}

/** Any failure of an Office.js batch as a `WorkbookError`. */
export function toWorkbookError(error: unknown): WorkbookError {
  if (error instanceof WorkbookError) return error;
  if (isOfficeError(error)) {
    const code = own(CODES, error.code) ?? "hostFailed";
    return new WorkbookError(code, code === "denied" ? locationOf(error) : `${error.code}: ${error.message}`);
  }
  return new WorkbookError("hostFailed", String(error));
}
