import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Analysis } from "../../../domain/analysis";
import type { Problem, Source } from "../../../domain/problem";
import type { ReadTable } from "../../../domain/results/result";
import { ProblemList } from "../../parts/problems/ProblemList";
import { SchoolAnswers } from "../../parts/problems/SchoolAnswers";
import { Screen } from "../../parts/screen/Screen";
import { amountOf, countBySeverity, tableFacts } from "../../state/facts";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import { CountedFrom } from "./CountedFrom";
import { TableCard } from "./TableCard";

interface Props {
  readonly analysis: Analysis;
  readonly problems: readonly Problem[];
  readonly settings: ReactNode;
  readonly files: ReactNode;
  /** How a table was understood, and its correction. */
  readonly details: (table: ReadTable) => ReactNode;
  /** The check of the data on a sheet of its own. */
  readonly check: ReactNode;
  readonly onNext: () => void;
  readonly onRead: () => void;
  readonly onSelect: (source: Source) => void;
}

/** What was read: tables, then everything that is unclear in them. */
export function DataScreen({
  analysis,
  problems,
  settings,
  files,
  details,
  check,
  onNext,
  onRead,
  onSelect,
}: Props) {
  const styles = useScreensStyles();
  const { data, problems: problemTexts, actions } = useTexts();
  const counts = countBySeverity(problems);
  const summary = problemTexts.summary(counts.error, counts.warning);
  return (
    <Screen
      heading={data.heading}
      actions={
        <>
          <Button appearance="primary" onClick={onNext}>
            {actions.toSchools}
          </Button>
          <Button appearance="subtle" onClick={onRead}>
            {actions.readAgain}
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        {data.lead(amountOf(analysis))}
        {summary !== "" && ` ${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`}
      </p>
      <CountedFrom analysis={analysis} onSelect={onSelect} />
      {settings}
      {files}
      <section className={styles.section}>
        <h3 className={styles.subheading}>{problemTexts.heading}</h3>
        {check}
        <SchoolAnswers onSelect={onSelect} />
        {problems.length === 0 ? (
          <p className={styles.text}>{data.noProblems}</p>
        ) : (
          <ProblemList problems={problems} onSelect={onSelect} />
        )}
      </section>
      <section className={styles.section}>
        <h3 className={styles.subheading}>{data.tables}</h3>
        <ul className={styles.list}>
          {tableFacts(analysis.reading).map((facts) => (
            <TableCard
              key={`${facts.table.sheet} ${facts.table.address}`}
              facts={facts}
              details={details(facts.table)}
              onSelect={onSelect}
            />
          ))}
        </ul>
      </section>
    </Screen>
  );
}
