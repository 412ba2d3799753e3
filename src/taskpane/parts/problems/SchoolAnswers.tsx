import { useContext, useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { Source } from "../../../domain/problem";
import { recognitionTexts } from "../../../locales/recognition";
import { problemKindTexts } from "../../../locales/problem-kinds";
import { useLocale } from "../../texts";
import { Disclosure } from "../disclosure/Disclosure";
import { CellLink } from "../links/CellLink";
import { FailureMessage } from "../messages/FailureMessage";
import { Message } from "../messages/Message";
import { Busy } from "../progress/Busy";
import { WriteButton } from "../progress/WriteButton";
import { useProblemListStyles } from "./ProblemList.styles";
import {
  ActionsContext,
  schoolAnswers,
  type AnswerEffect,
  type AnswerShown,
  type KeptAnswer,
} from "./school-answers";

interface Props {
  readonly onSelect: (source: Source) => void;
}

/** What the last answer about two schools did, or why a table is not left out; and all answers since the pane was opened, each to be taken back. */
export function SchoolAnswers({ onSelect }: Props) {
  const styles = useProblemListStyles();
  const { answers: texts } = problemKindTexts(useLocale());
  const { busy, kept, shown } = useStore(schoolAnswers);
  const earlier = kept.filter((each) => shown?.kind !== "noted" || shown.answer !== each);
  return (
    <>
      <Busy label={busy ? texts.writing : null} run="answer" />
      {shown !== null && <Shown shown={shown} onSelect={onSelect} />}
      {earlier.length > 0 && (
        <Disclosure summary={texts.all(earlier.length)}>
          <ul className={styles.list}>
            {earlier.map((each) => (
              <li key={`${each.noted.row} ${each.noted.text}`} className={styles.item}>
                <span>{texts.said[each.noted.answer](each.first, each.second)}</span>
                <Where answer={each} onSelect={onSelect} />
                <TakeBack answer={each} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

/** Takes the focus: the buttons that were pressed are gone with their question. */
function Shown({ shown, onSelect }: Props & { readonly shown: AnswerShown }) {
  const locale = useLocale();
  const { answers: texts } = problemKindTexts(locale);
  const reading = recognitionTexts(locale);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.focus();
  }, [shown]);
  const content = () => {
    switch (shown.kind) {
      case "failed":
        return <FailureMessage error={shown.error} />;
      case "notLeftOut":
        return <Message intent="warning">{reading.notLeftOut(shown.sheet, shown.fault)}</Message>;
      case "gone":
      case "notNoted":
        return <Message intent="warning">{texts[shown.kind](shown.first, shown.second)}</Message>;
      case "contradicting":
        return (
          <Message intent="warning">
            {texts.contradicting(shown.first, shown.second, shown.count)}
            <Insist shown={shown} />
          </Message>
        );
      case "takenBack":
        return (
          <Message intent={intentOf(shown.effect)}>
            {texts.takenBack(shown.answer.first, shown.answer.second)} {texts.effect(shown.effect)}
          </Message>
        );
      case "noted":
        return (
          <Message intent={intentOf(shown.effect)}>
            {texts.said[shown.answer.noted.answer](shown.answer.first, shown.answer.second)}{" "}
            {texts.effect(shown.effect)} <Where answer={shown.answer} onSelect={onSelect} />{" "}
            <TakeBack answer={shown.answer} />
          </Message>
        );
    }
  };
  return (
    <div ref={ref} tabIndex={-1}>
      {content()}
    </div>
  );
}

/** Results that are gone are not good news. */
const intentOf = ({ results: [before, after] }: AnswerEffect) => (after < before ? "warning" : "success");

/** The second, deliberate press. */
function Insist({ shown }: { readonly shown: Extract<AnswerShown, { readonly kind: "contradicting" }> }) {
  const styles = useProblemListStyles();
  const { answers: texts } = problemKindTexts(useLocale());
  const actions = useContext(ActionsContext);
  const { busy } = useStore(schoolAnswers);
  if (actions === null) return null;
  const names = [shown.first, shown.second] as const;
  return (
    <div className={styles.buttons}>
      {(["different", "same"] as const).map((answer) => (
        <WriteButton
          key={answer}
          size="small"
          disabled={busy}
          onClick={() => {
            actions.answer(shown.pair, names, answer, true);
          }}
        >
          {answer === "same" ? texts.anyway : texts.different}
        </WriteButton>
      ))}
    </div>
  );
}

function Where({ answer: { place }, onSelect }: Props & { readonly answer: KeptAnswer }) {
  const { answers: texts } = problemKindTexts(useLocale());
  return (
    <span>
      {texts.kept} <CellLink source={place} onSelect={onSelect} />
    </span>
  );
}

function TakeBack({ answer }: { readonly answer: KeptAnswer }) {
  const { answers: texts } = problemKindTexts(useLocale());
  const actions = useContext(ActionsContext);
  const { busy } = useStore(schoolAnswers);
  if (actions === null) return null;
  return (
    <div>
      <WriteButton
        size="small"
        disabled={busy}
        label={texts.takeBackOf(answer.first, answer.second)}
        onClick={() => {
          actions.takeBack(answer);
        }}
      >
        {texts.takeBack}
      </WriteButton>
    </div>
  );
}
