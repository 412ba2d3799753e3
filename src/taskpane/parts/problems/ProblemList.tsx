import { Button, mergeClasses } from "@fluentui/react-components";
import { ErrorCircle16Filled, Info16Filled, Warning16Filled } from "@fluentui/react-icons";
import { useContext, useState } from "react";
import { useStore } from "zustand";
import { pairOf } from "../../../domain/answer-schools";
import type { Problem, Source } from "../../../domain/problem";
import { problemKindTexts } from "../../../locales/problem-kinds";
import { problemMessage } from "../../../locales/problems";
import { SEVERITIES } from "../../state/facts";
import { useLocale, useTexts } from "../../texts";
import { Disclosure } from "../disclosure/Disclosure";
import { CellLink } from "../links/CellLink";
import { FixButtons } from "./FixButtons";
import { byKind } from "./problem-kinds";
import { useProblemListStyles } from "./ProblemList.styles";
import { ActionsContext, schoolAnswers } from "./school-answers";

interface Props {
  readonly problems: readonly Problem[];
  readonly onSelect: (source: Source) => void;
}

/** So many at once; the rest on demand. */
const PAGE = 20;
/** Up to so many are read at a glance; more are grouped by what they are about. */
const FEW = 6;
const ICONS = { error: ErrorCircle16Filled, warning: Warning16Filled, info: Info16Filled };

/** Questions to the user, then problems by severity; the questions and the gravest there are stand open. */
export function ProblemList({ problems, onSelect }: Props) {
  const styles = useProblemListStyles();
  const texts = useTexts();
  const { answers } = problemKindTexts(useLocale());
  const canAnswer = useContext(ActionsContext) !== null;
  // only the user can answer these, and little work brings much: nothing may hide them
  const questions = SEVERITIES.flatMap((severity) =>
    problems.filter((problem) => canAnswer && problem.severity === severity && pairOf(problem) !== null),
  );
  const asked = new Set(questions);
  const others = problems.filter((problem) => !asked.has(problem));
  const opened = SEVERITIES.find((severity) => others.some((problem) => problem.severity === severity));
  return (
    <div>
      {questions.length > 0 && (
        <Disclosure open summary={answers.questions(questions.length)}>
          <Page problems={questions} onSelect={onSelect} />
        </Disclosure>
      )}
      {SEVERITIES.map((severity) => {
        const own = others.filter((problem) => problem.severity === severity);
        if (own.length === 0) return null;
        const Icon = ICONS[severity];
        return (
          <Disclosure
            key={severity}
            open={severity === opened}
            summary={
              <>
                <span className={mergeClasses(styles.mark, styles[severity])}>
                  <Icon aria-hidden />
                </span>
                {texts.problems[severity](own.length)}
              </>
            }
          >
            <Kinds problems={own} onSelect={onSelect} />
          </Disclosure>
        );
      })}
    </div>
  );
}

/** Many problems by what they are about, each group with its count. */
function Kinds({ problems, onSelect }: Props) {
  const texts = problemKindTexts(useLocale());
  const groups = byKind(problems);
  if (problems.length <= FEW || groups.length < 2) return <Page problems={problems} onSelect={onSelect} />;
  return (
    <>
      {groups.map(([kind, own], index) => (
        <Disclosure key={kind} open={index === 0} summary={`${texts[kind]}: ${own.length}`}>
          <Page problems={own} onSelect={onSelect} />
        </Disclosure>
      ))}
    </>
  );
}

function Page({ problems, onSelect }: Props) {
  const styles = useProblemListStyles();
  const texts = useTexts();
  const [shown, setShown] = useState(PAGE);
  const left = problems.length - shown;
  return (
    <>
      <ul className={styles.list}>
        {problems.slice(0, shown).map((problem, index) => (
          <ProblemItem key={index} problem={problem} onSelect={onSelect} />
        ))}
      </ul>
      {left > 0 && (
        <Button
          size="small"
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {texts.actions.more(Math.min(left, PAGE))}
        </Button>
      )}
    </>
  );
}

function ProblemItem({
  problem,
  onSelect,
}: {
  readonly problem: Problem;
  readonly onSelect: (source: Source) => void;
}) {
  const styles = useProblemListStyles();
  const texts = useTexts();
  const locale = useLocale();
  const kinds = problemKindTexts(locale);
  const { source, related = [], fields } = problem;
  const pair = pairOf(problem);
  const { shown } = useStore(schoolAnswers);
  const refused =
    shown?.kind === "notNoted" && shown.first === fields["first"] && shown.second === fields["second"];
  // what to type into the registry is said only where the buttons cannot do it
  const asksHere = useContext(ActionsContext) !== null && pair !== null && !refused;
  return (
    <li className={styles.item}>
      {source !== undefined && (
        <span>
          <CellLink source={source} onSelect={onSelect} />
          {related.map((other, index) => (
            <span key={index}>
              {index === 0 ? `; ${texts.problems.also} ` : ", "}
              <CellLink source={other} onSelect={onSelect}>
                {other.sheet === source.sheet && other.file === source.file ? other.address : undefined}
              </CellLink>
            </span>
          ))}
        </span>
      )}
      <p className={styles.text}>
        {asksHere
          ? kinds.answers.question(String(fields["first"]), String(fields["second"]))
          : problemMessage(problem, locale)}
      </p>
      <FixButtons problem={problem} onSelect={onSelect} />
    </li>
  );
}
