import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Problem, Source } from "../../../domain/problem";
import { problemMessage } from "../../../locales/problems";
import { Message } from "../../parts/messages/Message";
import { ProblemList } from "../../parts/problems/ProblemList";
import { SchoolAnswers } from "../../parts/problems/SchoolAnswers";
import { Screen } from "../../parts/screen/Screen";
import { useLocale, useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";

interface Props {
  readonly problems: readonly Problem[];
  /** Present where results were read but none that the rule judges by: the settings may be to blame. */
  readonly settings: ReactNode | null;
  readonly files: ReactNode;
  readonly check: ReactNode;
  readonly onRead: () => void;
  readonly onSelect: (source: Source) => void;
}

/** Nothing could be read: why, and what a sheet should look like. */
export function NothingRead({ problems, settings, files, check, onRead, onSelect }: Props) {
  const locale = useLocale();
  const { data, actions } = useTexts();
  const whole = problems.filter(({ source }) => source === undefined);
  const placed = problems.filter(({ source }) => source !== undefined);
  return (
    <Screen
      heading={settings === null ? data.nothingHeading : data.unlistedHeading}
      actions={
        <Button appearance="primary" onClick={onRead}>
          {actions.readAgain}
        </Button>
      }
    >
      {whole.map((problem) => (
        <Message key={problem.code} intent="warning">
          {problemMessage(problem, locale)}
        </Message>
      ))}
      {settings}
      {files}
      {check}
      <SchoolAnswers onSelect={onSelect} />
      {placed.length > 0 && <ProblemList problems={placed} onSelect={onSelect} />}
      {settings === null && <Arrange />}
    </Screen>
  );
}

/** What a sheet of results should look like. */
function Arrange() {
  const styles = useScreensStyles();
  const { data } = useTexts();
  return (
    <section className={styles.section}>
      <h3 className={styles.subheading}>{data.arrange}</h3>
      <p className={styles.text}>{data.arrangeLead}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            {data.arrangeHeader.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.arrangeColumns.map(([column, sample]) => (
            <tr key={column}>
              <th scope="row">{column}</th>
              <td>{sample}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.bullets}>
        {data.arrangeNotes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
