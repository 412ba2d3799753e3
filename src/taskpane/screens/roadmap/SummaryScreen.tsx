import { Button } from "@fluentui/react-components";
import type { Source } from "../../../domain/problem";
import type { Outcome } from "../../../excel/jobs/create-roadmap";
import { useLaterTexts } from "../../later-texts";
import { CellLink } from "../../parts/links/CellLink";
import { Message } from "../../parts/messages/Message";
import { WriteButton } from "../../parts/progress/WriteButton";
import { Screen } from "../../parts/screen/Screen";
import { countBySeverity } from "../../state/facts";
import { useTexts } from "../../texts";
import { MergedNote } from "./MergedNote";
import { useScreensStyles } from "../screens.styles";
import { SheetGroups } from "./SheetGroups";

interface Props {
  readonly outcome: Extract<Outcome, { readonly kind: "done" }>;
  readonly onCreate: () => void;
  readonly onTemplates: () => void;
  readonly onProblems: () => void;
  readonly onSelect: (source: Source) => void;
}

/** What was made, with links; what is left for the user to do. */
export function SummaryScreen({ outcome, onCreate, onTemplates, onProblems, onSelect }: Props) {
  const styles = useScreensStyles();
  const { roadmap: texts, schools, actions } = useTexts();
  const later = useLaterTexts();
  const { analysis, written, keptEdited, problems } = outcome;
  const { error, warning } = countBySeverity(problems);
  const roadmap = written.find(({ kind }) => kind === "roadmap");
  return (
    <Screen
      heading={roadmap?.how === "updated" ? texts.doneUpdatedHeading : texts.doneHeading}
      actions={
        <>
          {roadmap !== undefined && (
            <Button
              appearance="primary"
              onClick={() => {
                onSelect({ sheet: roadmap.name, address: "A1" });
              }}
            >
              {actions.openSheet}
            </Button>
          )}
          <Button onClick={onTemplates}>{actions.templates}</Button>
          <WriteButton appearance="subtle" onClick={onCreate}>
            {actions.createAgain}
          </WriteButton>
        </>
      }
    >
      <p className={styles.text}>{schools.heading(analysis.group.group.length, analysis.schools.length)}.</p>
      <SheetGroups
        sheets={written}
        item={({ id, kind, name, how, measures }) => (
          <li key={id} className={styles.card}>
            <span>
              <CellLink source={{ sheet: name, address: "A1" }} onSelect={onSelect}>
                {name}
              </CellLink>
              {` — ${texts[how]}`}
            </span>
            <span className={styles.muted}>
              {measures === undefined ? texts.sheetKinds[kind] : texts.measures(measures)}
            </span>
          </li>
        )}
      />
      {outcome.merged.map((merged) => (
        <MergedNote key={merged.sheet} merged={merged} onSelect={onSelect} />
      ))}
      {keptEdited.length > 0 && <Message intent="info">{texts.kept(keptEdited)}</Message>}
      {outcome.past.past > 0 && (
        <Message intent="warning">{later.plan.past(outcome.past.past, outcome.past.total)}</Message>
      )}
      {problems.length === 0 ? (
        <p className={styles.text}>{texts.noProblems}</p>
      ) : (
        <Message intent={error + warning > 0 ? "warning" : "info"}>
          {texts.problemsLeft(problems.length)}{" "}
          <Button size="small" onClick={onProblems}>
            {actions.showProblems}
          </Button>
        </Message>
      )}
      <p className={styles.text}>{texts.next}</p>
    </Screen>
  );
}
