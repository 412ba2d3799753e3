import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { WorkbookError } from "../../../excel/port";
import { toWorkbookError } from "../../../excel/runs/errors";
import { prepare } from "../../../excel/jobs/create-roadmap";
import type { Asked } from "../../../excel/asked";
import { asRun } from "../../../excel/runs/runs";
import { FailureMessage } from "../../parts/messages/FailureMessage";
import { Busy } from "../../parts/progress/Busy";
import { focusHeading } from "../../parts/screen/focus-heading";
import { Screen } from "../../parts/screen/Screen";
import type { Pane } from "../../state/use-pane";
import { useTexts } from "../../texts";
import { correctingOf } from "../recognition/use-recognition";
import { useScreensStyles } from "../screens.styles";
import { answerNotResults, answerResults, type Answer } from "./answer";
import { AnswerView } from "./AnswerView";
import { useAskedTexts } from "./texts";
import { WhyView } from "./WhyView";

export type AboutCells = Exclude<Asked, { readonly kind: "schools" | "files" | "report" }>;

interface Props {
  readonly pane: Pane;
  readonly asked: AboutCells;
  readonly onBack: () => void;
}

type Progress =
  | { readonly kind: "reading" }
  | { readonly kind: "failed"; readonly error: WorkbookError }
  | { readonly kind: "read"; readonly answer: Answer | null };

/** What was asked about selected cells, answered over the workbook as it is now. */
export function AskedScreen({ pane, asked, onBack }: Props) {
  const styles = useScreensStyles();
  const texts = useAskedTexts();
  const { actions } = useTexts();
  const [progress, again] = useAnswer(pane, asked);
  const found = pane.state.found;
  const next = asked.kind === "why" ? "schools" : "data";
  return (
    <Screen
      key={asked.kind}
      heading={texts.headings[asked.kind]}
      actions={
        <>
          <Button appearance="primary" onClick={onBack}>
            {texts.close}
          </Button>
          {progress.kind === "read" && (
            <Button
              onClick={() => {
                onBack();
                pane.go(next);
              }}
            >
              {next === "schools" ? texts.toSchools : texts.toData}
            </Button>
          )}
        </>
      }
    >
      <Busy label={progress.kind === "reading" ? texts.reading : null} />
      <div role="status">
        {progress.kind === "failed" && (
          <FailureMessage error={progress.error}>
            {asked.kind === "failed" ? (
              texts.choose
            ) : (
              <Button size="small" onClick={again}>
                {actions.retry}
              </Button>
            )}
          </FailureMessage>
        )}
      </div>
      {progress.kind === "read" && found !== null && asked.kind === "why" && (
        <div className={styles.section}>
          <WhyView found={found} at={asked.at} onSelect={pane.select} />
        </div>
      )}
      {progress.kind === "read" && found !== null && progress.answer !== null && asked.kind !== "failed" && (
        <AnswerView pane={pane} found={found} sheet={asked.at.sheet} answer={progress.answer} />
      )}
    </Screen>
  );
}

/** Reads the workbook anew, since cells may have changed, and does what can be done without a question; once more on request. */
function useAnswer(pane: Pane, asked: AboutCells): readonly [progress: Progress, again: () => void] {
  const [last, setLast] = useState<{ readonly of: AboutCells; readonly progress: Progress } | null>(null);
  const [tries, setTries] = useState(0);
  const latest = useRef(pane);
  useEffect(() => {
    latest.current = pane;
  });
  useEffect(() => {
    if (asked.kind === "failed") return undefined;
    let left = false;
    const tell = (progress: Progress): void => {
      if (!left) setLast({ of: asked, progress });
    };
    const { port, state, checked } = latest.current;
    const settings = state.found?.prepared.settings;
    asRun("reading", ({ bound }) => prepare(bound(port), settings === undefined ? {} : { settings })).then(
      (prepared) => {
        if (left) return;
        checked(prepared);
        const found = { prepared, problems: prepared.problems };
        const correcting = correctingOf(latest.current, found);
        const answerOf = asked.kind === "results" ? answerResults : answerNotResults;
        tell({ kind: "read", answer: asked.kind === "why" ? null : answerOf(found, asked.at, correcting) });
      },
      (error: unknown) => {
        tell({ kind: "failed", error: toWorkbookError(error) });
      },
    );
    return () => {
      left = true; // something else was asked meanwhile
    };
  }, [asked, tries]);
  const again = (): void => {
    focusHeading(); // the button goes
    setLast(null);
    setTries(tries + 1);
  };
  if (asked.kind === "failed") return [{ kind: "failed", error: asked.error }, again];
  return [last?.of === asked ? last.progress : { kind: "reading" }, again];
}
