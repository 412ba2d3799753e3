import { Button } from "@fluentui/react-components";
import type { WorkbookPort } from "../../excel/port";
import { workbookErrorText } from "../../locales/workbook-errors";
import { Message } from "../parts/messages/Message";
import { Steps } from "../parts/steps/Steps";
import { announcement } from "../state/announce";
import type { Notice } from "../state/pane-state";
import { stepViews } from "../state/steps";
import { usePane } from "../state/use-pane";
import { useLocale, useTexts } from "../texts";
import { useAppStyles } from "./App.styles";
import { CurrentScreen } from "./CurrentScreen";

/** The frame that stays: title, steps, notices, announcements; below it the screen of the moment. */
export function Pane({ port }: { readonly port: WorkbookPort }) {
  const styles = useAppStyles();
  const texts = useTexts();
  const pane = usePane(port);
  const { state, job } = pane;
  return (
    <>
      <header className={styles.header}>
        <h1 className={styles.title}>{texts.title}</h1>
        <Steps steps={stepViews(state, job, texts)} current={state.step} onGo={pane.go} />
      </header>
      <div role="status" className={styles.announcer}>
        {announcement(state, job, texts)}
      </div>
      {state.notice !== null && <NoticeBar notice={state.notice} onDismiss={pane.dismiss} />}
      <CurrentScreen pane={pane} />
    </>
  );
}

interface NoticeProps {
  readonly notice: Notice;
  readonly onDismiss: () => void;
}

function NoticeBar({ notice, onDismiss }: NoticeProps) {
  const styles = useAppStyles();
  const { failures, actions } = useTexts();
  const locale = useLocale();
  return (
    <div role="alert" className={styles.notice}>
      <Message intent="error" title={failures[notice.about]}>
        {". "}
        {workbookErrorText(notice.error.code, locale)}{" "}
        <Button size="small" onClick={onDismiss}>
          {actions.dismiss}
        </Button>
      </Message>
    </div>
  );
}
