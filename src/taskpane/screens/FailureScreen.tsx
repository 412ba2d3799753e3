import { Button } from "@fluentui/react-components";
import type { WorkbookError } from "../../excel/port";
import { FailureMessage } from "../parts/messages/FailureMessage";
import { WriteButton } from "../parts/progress/WriteButton";
import { Screen } from "../parts/screen/Screen";
import { useTexts } from "../texts";

interface Props {
  readonly heading: string;
  readonly error: WorkbookError;
  readonly onRetry: () => void;
  /** What is tried again writes into the workbook. */
  readonly writes?: boolean;
}

/** What Excel refused and what to do about it. */
export function FailureScreen({ heading, error, onRetry, writes = false }: Props) {
  const { actions } = useTexts();
  const Retry = writes ? WriteButton : Button;
  return (
    <Screen
      heading={heading}
      actions={
        <Retry appearance="primary" onClick={onRetry}>
          {actions.retry}
        </Retry>
      }
    >
      <FailureMessage error={error} />
    </Screen>
  );
}
