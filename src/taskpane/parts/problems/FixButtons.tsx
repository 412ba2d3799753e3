import { Button } from "@fluentui/react-components";
import { useContext } from "react";
import { useStore } from "zustand";
import type { Problem, Source } from "../../../domain/problem";
import { problemKindTexts } from "../../../locales/problem-kinds";
import { useLocale } from "../../texts";
import { WriteButton } from "../progress/WriteButton";
import { FixContext, openReading, type Fix } from "./fixes";
import { useProblemListStyles } from "./ProblemList.styles";
import { ActionsContext, schoolAnswers } from "./school-answers";

interface Props {
  readonly problem: Problem;
  readonly onSelect: (source: Source) => void;
}

const FIELD = { fixYear: "year", fixProcedure: "procedure" } as const;

/** What the pane can do about a problem with a click. */
export function FixButtons({ problem, onSelect }: Props) {
  const styles = useProblemListStyles();
  const find = useContext(FixContext);
  const fixes = find(problem);
  if (fixes.length === 0) return null;
  return (
    <div className={styles.buttons}>
      {fixes.map((fix) => (
        <FixButton key={fix.kind} fix={fix} problem={problem} onSelect={onSelect} />
      ))}
    </div>
  );
}

function FixButton({ fix, problem, onSelect }: Props & { readonly fix: Fix }) {
  const texts = problemKindTexts(useLocale());
  const actions = useContext(ActionsContext);
  const { busy } = useStore(schoolAnswers);
  if (fix.kind === "answer") {
    if (actions === null) return null;
    const names = [String(problem.fields["first"]), String(problem.fields["second"])] as const;
    return (["same", "different"] as const).map((answer) => (
      <WriteButton
        key={answer}
        size="small"
        disabled={busy}
        label={texts.answers.full[answer](...names)}
        onClick={() => {
          actions.answer(fix.pair, names, answer);
        }}
      >
        {texts.answers[answer]}
      </WriteButton>
    ));
  }
  if (fix.kind === "leaveOut" && actions === null) return null;
  return (
    <Button
      size="small"
      onClick={() => {
        if (fix.kind === "leaveOut") actions?.leaveOut(fix.table);
        else if ("source" in fix) onSelect(fix.source);
        else
          openReading(
            fix.place,
            fix.kind === "fixYear" || fix.kind === "fixProcedure" ? FIELD[fix.kind] : undefined,
          );
      }}
    >
      {texts[fix.kind]}
    </Button>
  );
}
