import { mergeClasses } from "@fluentui/react-components";
import type { Step } from "../../state/pane-state";
import { useTexts } from "../../texts";
import { useStepsStyles } from "./Steps.styles";

export interface StepView {
  readonly step: Step;
  /** How far it is, in a word or two. */
  readonly state: string;
  readonly mood: "todo" | "done" | "attention";
  readonly open: boolean;
}

interface Props {
  readonly steps: readonly StepView[];
  readonly current: Step;
  readonly onGo: (step: Step) => void;
}

/** The three steps; a step whose turn has not come cannot be pressed. */
export function Steps({ steps, current, onGo }: Props) {
  const styles = useStepsStyles();
  const texts = useTexts();
  return (
    <nav aria-label={texts.steps.label}>
      <ol className={styles.list}>
        {steps.map(({ step, state, mood, open }, index) => (
          <li key={step}>
            <button
              type="button"
              disabled={!open}
              aria-current={step === current ? "step" : undefined}
              className={mergeClasses(
                styles.step,
                mood === "done" && styles.done,
                mood === "attention" && styles.attention,
                step === current && styles.current,
              )}
              onClick={() => {
                onGo(step);
              }}
            >
              <span className={mergeClasses(styles.name, step === current && styles.currentName)}>
                {`${index + 1}. ${texts.steps[step]}`}
              </span>{" "}
              <span className={styles.state}>{state}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
