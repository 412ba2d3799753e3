import { lazy, Suspense } from "react";
import type { WorkbookPort } from "../../excel/port";
import { Steps } from "../parts/steps/Steps";
import { announcement } from "../state/announce";
import { stepViews } from "../state/steps";
import { usePane } from "../state/use-pane";
import { useTexts } from "../texts";
import { useAppStyles } from "./App.styles";
import { CurrentScreen } from "./CurrentScreen";

const NoticeBar = lazy(async () => ({ default: (await import("./NoticeBar")).NoticeBar }));

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
      {state.notice !== null && (
        <Suspense fallback={null}>
          <NoticeBar notice={state.notice} onDismiss={pane.dismiss} />
        </Suspense>
      )}
      <CurrentScreen pane={pane} />
    </>
  );
}
