import { Button } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { Screen } from "../../parts/screen/Screen";
import { startHeading } from "../../state/start-words";
import type { StartAction, StartView } from "../../state/start";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import { DataSheets, MadeSheets } from "./StartSheets";

/** Comes with the screens that follow: the first paint is done without it. */
const Message = lazy(async () => ({ default: (await import("../../app/LaterScreen")).Message }));

interface Props {
  readonly view: StartView;
  readonly onAction: (action: StartAction) => void;
  readonly onTemplates: () => void;
}

/** What is in the workbook and what comes next; without a look at it, what the add-in will do. */
export function StartScreen({ view, onAction, onTemplates }: Props) {
  const { actions } = useTexts();
  const labels: Readonly<Record<StartAction, string>> = {
    read: actions.read,
    readAgain: actions.readAgain,
    files: actions.addFiles,
    control: actions.openControl,
  };
  const { primary, secondary } = view;
  const templates = <Button onClick={onTemplates}>{actions.templates}</Button>;
  return (
    <Screen
      quiet
      heading={startHeading(view, useTexts())}
      actions={
        <>
          <Button
            appearance="primary"
            onClick={() => {
              onAction(primary);
            }}
          >
            {labels[primary]}
          </Button>
          {secondary !== null && (
            <Button
              onClick={() => {
                onAction(secondary);
              }}
            >
              {labels[secondary]}
            </Button>
          )}
          {secondary === null && templates}
        </>
      }
    >
      <Notes view={view} />
      <Contents view={view} />
      {/* on a low screen the bar has room for two */}
      {secondary !== null && <div>{templates}</div>}
    </Screen>
  );
}

function Contents({ view }: { readonly view: StartView }) {
  const styles = useScreensStyles();
  const { start } = useTexts();
  const { kind, primary, data, over } = view;
  if (kind === "made")
    return (
      <>
        <p className={styles.text}>{over === null ? start.next[primary] : start.over(over)}</p>
        <MadeSheets view={view} />
        <DataSheets sheets={data} heading={data.length === 0 ? start.dataNone : start.data(data.length)} />
      </>
    );
  const lead = { looking: start.lead, unknown: start.lead, empty: start.emptyLead, data: start.dataLead };
  return (
    <>
      {kind === "data" && <DataSheets sheets={data} />}
      <p className={styles.text}>{lead[kind]}</p>
      <ol className={styles.bullets}>
        {start.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={styles.muted}>{kind === "looking" ? start.looking : start.safe}</p>
    </>
  );
}

/** What is out of the ordinary. */
function Notes({ view: { unfinished, large } }: { readonly view: StartView }) {
  const { start } = useTexts();
  if (!unfinished && large === null) return null;
  return (
    <Suspense fallback={null}>
      {unfinished && <Message intent="warning">{start.unfinished}</Message>}
      {large !== null && <Message intent="info">{start.large(large)}</Message>}
    </Suspense>
  );
}
