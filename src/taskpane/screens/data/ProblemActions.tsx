import { useMemo, type ReactNode } from "react";
import type { AnswerOutcome } from "../../../excel/jobs/answer-schools";
import { toWorkbookError } from "../../../excel/runs/errors";
import { FixContext, fixesFor } from "../../parts/problems/fixes";
import {
  ActionsContext,
  schoolAnswers,
  type AnswerShown,
  type KeptAnswer,
  type ProblemActions as Actions,
} from "../../parts/problems/school-answers";
import { countBySeverity } from "../../state/facts";
import type { Found } from "../../state/pane-state";
import type { Pane } from "../../state/use-pane";

interface Props {
  readonly pane: Pane;
  readonly found: Found;
  readonly children: ReactNode;
}

const load = () => import("../../../excel/jobs/answer-schools");

/** What can be done about problems with a click, for every list of them inside. */
export function ProblemActions({ pane, found, children }: Props) {
  const { snapshot, analysis } = found.prepared;
  const fixes = useMemo(() => fixesFor(snapshot, analysis.reading), [snapshot, analysis]);
  const actions = useMemo(() => actionsOf(pane, found), [pane, found]);
  return (
    <FixContext.Provider value={fixes}>
      <ActionsContext.Provider value={actions}>{children}</ActionsContext.Provider>
    </FixContext.Provider>
  );
}

function actionsOf(pane: Pane, found: Found): Actions {
  const { settings } = found.prepared;
  /** Runs what writes an answer, takes over what was read after it, and keeps what is to be said. */
  const run = async (
    work: () => Promise<AnswerOutcome>,
    say: (outcome: AnswerOutcome) => AnswerShown,
    keep: (kept: readonly KeptAnswer[], shown: AnswerShown) => readonly KeptAnswer[],
  ): Promise<void> => {
    if (schoolAnswers.getState().busy) return;
    schoolAnswers.setState({ busy: true, shown: null });
    try {
      const outcome = await work();
      const shown = say(outcome);
      schoolAnswers.setState(({ kept }) => ({ busy: false, shown, kept: keep(kept, shown) }));
      pane.checked(outcome.prepared);
    } catch (error) {
      schoolAnswers.setState({ busy: false, shown: { kind: "failed", error: toWorkbookError(error) } });
    }
  };
  return {
    leaveOut: (table) => {
      void import("../recognition/use-recognition").then(({ correctingOf }) => {
        const fault = correctingOf(pane, found).correct(table, { kind: "notResults" });
        const { sheet } = table;
        schoolAnswers.setState({ shown: fault === null ? null : { kind: "notLeftOut", sheet, fault } });
      });
    },
    answer: (pair, [first, second], answer, insisted = false) => {
      void run(
        async () => (await load()).answerSchools(pane.port, settings, pair, answer, insisted),
        (outcome) =>
          outcome.kind === "noted"
            ? {
                kind: "noted",
                answer: { noted: outcome.noted, first, second, place: outcome.place },
                effect: effectOf(found, outcome),
              }
            : outcome.kind === "contradicting"
              ? { kind: outcome.kind, first, second, pair, count: outcome.count }
              : { kind: outcome.kind, first, second },
        (kept, shown) => (shown.kind === "noted" ? [...kept, shown.answer] : kept),
      );
    },
    takeBack: (answer) => {
      const { first, second } = answer;
      void run(
        async () => (await load()).takeAnswerBack(pane.port, settings, answer.noted),
        (outcome) =>
          outcome.kind === "noted"
            ? { kind: "takenBack", answer, effect: effectOf(found, outcome) }
            : { kind: "gone", first, second },
        (kept) => kept.filter((each) => each !== answer),
      );
    },
  };
}

function effectOf({ prepared: { analysis } }: Found, { prepared }: AnswerOutcome) {
  const after = prepared.analysis;
  return {
    schools: [analysis.schools.length, after.schools.length],
    listed: [analysis.group.group.length, after.group.group.length],
    results: [analysis.results.length, after.results.length],
    errors: [countBySeverity(analysis.problems).error, countBySeverity(after.problems).error],
  } as const;
}
