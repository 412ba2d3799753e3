import type { ReactNode } from "react";
import type { WorkbookError } from "../../../excel/port";
import { workbookErrorText } from "../../../locales/workbook-errors";
import { useLocale } from "../../texts";
import { Message } from "./Message";

interface Props {
  readonly error: WorkbookError;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** What Excel refused; what the user stopped is no failure. */
export function FailureMessage({ error: { code, detail }, children }: Props) {
  const locale = useLocale();
  return (
    <Message intent={code === "stopped" ? "info" : "error"}>
      {workbookErrorText(code, locale, detail)} {children}
    </Message>
  );
}
