import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { ask } from "../../excel/asked";
import type { FormulaPort } from "../../excel/formula-port";
import { job as runs } from "../../excel/jobs/job";
import { monitorJob, type MonitorState } from "../../excel/jobs/monitor-job";
import type { WorkbookPort } from "../../excel/port";
import type { SheetRemover } from "../../excel/writing/remove-sheets";
import { underWay } from "../../excel/runs/runs";
import { localToday } from "../../excel/jobs/today";
import { Steps } from "../parts/steps/Steps";
import { announcement } from "../state/announce";
import { isQuestion } from "../state/pane-state";
import { startView } from "../state/start";
import { stepViews } from "../state/steps";
import { useAsked } from "../state/use-asked";
import { usePane } from "../state/use-pane";
import { useTexts } from "../texts";
import { useAppStyles } from "./App.styles";
import { CurrentScreen } from "./CurrentScreen";
import { Footer } from "./Footer";

const NoticeBar = lazy(async () => ({ default: (await import("./NoticeBar")).NoticeBar }));

const Above = lazy(async () => ({ default: (await import("./Above")).Above }));

const StaleBar = lazy(async () => ({ default: (await import("./StaleBar")).StaleBar }));

const FunctionsScreen = lazy(async () => ({
  default: (await import("../screens/functions/FunctionsScreen")).FunctionsScreen,
}));

const ControlScreen = lazy(async () => ({
  default: (await import("../screens/control/ControlScreen")).ControlScreen,
}));

const AskedScreen = lazy(async () => ({
  default: (await import("../screens/asked/AskedScreen")).AskedScreen,
}));

const RemovalScreen = lazy(async () => ({
  default: (await import("../screens/removal/RemovalScreen")).RemovalScreen,
}));

interface Props {
  readonly port: WorkbookPort;
  readonly loadFormulas?: (() => Promise<FormulaPort>) | undefined;
  readonly loadRemover?: (() => Promise<SheetRemover>) | undefined;
}

const hasWords = ({ phase, outcome }: MonitorState): boolean =>
  phase === "failed" || outcome?.kind === "noRoadmap";

/** The frame that stays: title, steps, notices, announcements; below it the screen of the moment. */
export function Pane({ port, loadFormulas, loadRemover }: Props) {
  const styles = useAppStyles();
  const texts = useTexts();
  const pane = usePane(port);
  const { state, job } = pane;
  const start = useMemo(() => startView(state.look, localToday()), [state.look]);
  const [formulas, setFormulas] = useState<FormulaPort | null>(null);
  const [control, setControl] = useState(() => hasWords(monitorJob.getState()));
  const [remover, setRemover] = useState<SheetRemover | null>(null);
  const close = (): void => {
    setFormulas(null);
    setRemover(null);
    setControl(false);
    ask(null);
  };
  // what comes of a run is to be seen: it closes whatever stands in place of the steps
  useEffect(
    () =>
      runs.subscribe(({ phase }, before) => {
        if (phase === "running" && before.phase !== "running") close();
      }),
    [],
  );
  // a run of control from the ribbon that has something to say opens the pane, and its screen says it
  useEffect(
    () =>
      monitorJob.subscribe((state) => {
        if (hasWords(state)) setControl(true);
      }),
    [],
  );
  const { kinds } = useStore(underWay);
  // a line that comes with its text already in it is not told: it is there before, once the first paint is done
  const later = state.look !== null || state.found !== null || kinds.length > 0;
  // the ribbon may start a run meanwhile: its progress and its questions come first
  const busy = job.phase === "running" || isQuestion(job) || state.work.kind === "reading";
  const now = useAsked(pane, busy, (report) => {
    setFormulas(null);
    setRemover(null);
    setControl(report);
  });
  const asking = now !== null && ("at" in now || "error" in now);
  return (
    <>
      <header className={styles.header}>
        <h1 className={styles.title}>{texts.title}</h1>
        <Steps
          steps={stepViews(state, job, texts, kinds)}
          current={state.step}
          onGo={(step) => {
            close();
            pane.go(step);
          }}
        />
      </header>
      <div role="status" className={styles.announcer}>
        {announcement(state, job, start, texts)}
      </div>
      {state.notice !== null && (
        <Suspense fallback={null}>
          <NoticeBar notice={state.notice} onDismiss={pane.dismiss} />
        </Suspense>
      )}
      {/* the screens in place of the steps read by themselves */}
      {state.found !== null && !busy && !asking && !control && formulas === null && remover === null && (
        <Suspense fallback={null}>
          <StaleBar snapshot={state.found.prepared.snapshot} onRead={pane.read} className={styles.line} />
        </Suspense>
      )}
      {later && (
        <Suspense fallback={null}>
          <Above busy={busy} />
        </Suspense>
      )}
      {asking && !busy ? (
        <Suspense fallback={null}>
          <AskedScreen pane={pane} asked={now} onBack={close} />
        </Suspense>
      ) : control && !busy ? (
        <Suspense fallback={null}>
          <ControlScreen port={port} onSelect={pane.select} onBack={close} />
        </Suspense>
      ) : formulas !== null && !busy ? (
        <Suspense fallback={null}>
          <FunctionsScreen port={port} formulas={formulas} onBack={close} />
        </Suspense>
      ) : remover !== null && !busy ? (
        <Suspense fallback={null}>
          <RemovalScreen
            port={port}
            remover={remover}
            onRemoved={() => {
              if (state.found !== null) void pane.reread();
            }}
            onBack={close}
          />
        </Suspense>
      ) : (
        <>
          <CurrentScreen
            pane={pane}
            start={start}
            onControl={() => {
              setControl(true);
            }}
          />
          {!busy && (
            <Footer
              onControl={() => {
                setControl(true);
              }}
              onFunctions={loadFormulas && (() => void loadFormulas().then(setFormulas))}
              onRemoval={loadRemover && (() => void loadRemover().then(setRemover))}
            />
          )}
        </>
      )}
    </>
  );
}
