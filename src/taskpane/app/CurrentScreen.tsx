import { lazy, Suspense, useEffect } from "react";
import { StartScreen } from "../screens/data/StartScreen";
import { WorkingScreen } from "../screens/WorkingScreen";
import { isQuestion } from "../state/pane-state";
import type { Pane } from "../state/use-pane";
import { useTexts } from "../texts";

const loadLater = () => import("./LaterScreen");
const LaterScreen = lazy(async () => ({ default: (await loadLater()).LaterScreen }));

/** Each screen has a key of its own: a new screen is a new element, so its heading takes the focus. */
export function CurrentScreen({ pane }: { readonly pane: Pane }) {
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
    return (
      <StartScreen
        key="start"
        onRead={pane.read}
        onTemplates={() => {
          pane.showTemplates(true);
        }}
      />
    );
  return (
    <Suspense fallback={null}>
      <LaterScreen pane={pane} />
    </Suspense>
  );
}
