import { Button } from "@fluentui/react-components";
import type { ExistingChoice } from "../../../excel/jobs/create-roadmap";
import type { OwnSheet } from "../../../excel/port";
import { Screen } from "../../parts/screen/Screen";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import { SheetGroups } from "./SheetGroups";

interface Props {
  readonly sheets: readonly OwnSheet[];
  readonly onAnswer: (choice: ExistingChoice) => void;
}

/** Sheets of an earlier run are there: nothing is written over without asking. */
export function QuestionScreen({ sheets, onAnswer }: Props) {
  const styles = useScreensStyles();
  const { roadmap: texts, actions } = useTexts();
  const choose = (choice: ExistingChoice) => () => {
    onAnswer(choice);
  };
  return (
    <Screen
      heading={texts.questionHeading}
      actions={
        <>
          <Button appearance="primary" onClick={choose("update")}>
            {actions.update}
          </Button>
          <Button onClick={choose("new")}>{actions.makeNew}</Button>
          <Button appearance="subtle" onClick={choose("cancel")}>
            {actions.cancel}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{texts.questionLead}</p>
      <SheetGroups
        sheets={sheets}
        item={({ sheetId, name, unchanged }) => (
          <li key={sheetId} className={styles.card}>
            <strong>{name}</strong>
            <span className={styles.muted}>{unchanged ? texts.willUpdate : texts.keptEdited}</span>
          </li>
        )}
      />
      <p className={styles.muted}>{texts.updateHint}</p>
    </Screen>
  );
}
