import { lazy, Suspense, useEffect } from "react";
import { ask } from "../../excel/asked";
import { StartScreen } from "../screens/data/StartScreen";
import { WorkingScreen } from "../screens/WorkingScreen";
import { isQuestion } from "../state/pane-state";
import type { StartView } from "../state/start";
import { useLook } from "../state/use-look";
import type { Pane } from "../state/use-pane";
import { useTexts } from "../texts";

const loadLater = () => import("./LaterScreen");
const LaterScreen = lazy(async () => ({ default: (await loadLater()).LaterScreen }));

interface Props {
  readonly pane: Pane;
  readonly start: StartView;
  readonly onControl: () => void;
}

/** Each screen has a key of its own: a new screen is a new element, so its heading takes the focus. */
export function CurrentScreen({ pane, start, onControl }: Props) {
  const texts = useTexts();
  const { state, job } = pane;
  const { work, found } = state;
  useEffect(() => {
    void loadLater(); // the first paint is done, the next click needs it
  }, []);
  if (work.kind === "reading")
    return <WorkingScreen key="reading" heading={texts.steps.data} stage={work.stage} done={work.done} />;
  if (job.phase === "running")
    return <WorkingScreen key="running" heading={texts.roadmap.heading} stage={job.stage} done={job.done} />;
  const untouched = found === null && work.kind === "none";
  if (untouched && !isQuestion(job) && !(job.phase === "failed" && state.step === "roadmap"))
    return <Start key="start" pane={pane} start={start} onControl={onControl} />;
  return (
    <Suspense fallback={null}>
      <LaterScreen pane={pane} />
    </Suspense>
  );
}

/** The first screen; while it is there, it follows what becomes of the workbook. */
function Start({ pane, start, onControl }: Props) {
  useLook(pane.port, pane.looked);
  return (
    <StartScreen
      view={start}
      onAction={(action) => {
        if (action === "control") onControl();
        else if (action === "files") ask({ kind: "files" });
        else pane.read();
      }}
      onTemplates={() => {
        pane.showTemplates(true);
      }}
    />
  );
}
