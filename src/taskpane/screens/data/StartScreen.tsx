import { Button } from "@fluentui/react-components";
import { Screen } from "../../parts/screen/Screen";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";

interface Props {
  readonly onRead: () => void;
  readonly onTemplates: () => void;
}

/** What the add-in will do; the first thing that a new user sees. */
export function StartScreen({ onRead, onTemplates }: Props) {
  const styles = useScreensStyles();
  const { start, actions } = useTexts();
  return (
    <Screen
      quiet
      heading={start.heading}
      actions={
        <>
          <Button appearance="primary" onClick={onRead}>
            {actions.read}
          </Button>
          <Button onClick={onTemplates}>{actions.templates}</Button>
        </>
      }
    >
      <p className={styles.text}>{start.lead}</p>
      <ol className={styles.bullets}>
        {start.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={styles.muted}>{start.safe}</p>
    </Screen>
  );
}
