import { Button } from "@fluentui/react-components";
import type { WorkbookError } from "../../excel/port";
import { workbookErrorText } from "../../locales/workbook-errors";
import { Message } from "../parts/messages/Message";
import { Screen } from "../parts/screen/Screen";
import { useLocale, useTexts } from "../texts";

interface Props {
  readonly heading: string;
  readonly error: WorkbookError;
  readonly onRetry: () => void;
}

/** What Excel refused and what to do about it. */
export function FailureScreen({ heading, error, onRetry }: Props) {
  const locale = useLocale();
  const { actions } = useTexts();
  return (
    <Screen
      heading={heading}
      actions={
        <Button appearance="primary" onClick={onRetry}>
          {actions.retry}
        </Button>
      }
    >
      <Message intent="error">{workbookErrorText(error.code, locale, error.detail)}</Message>
    </Screen>
  );
}
