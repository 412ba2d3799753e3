import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Analysis } from "../../../domain/analysis";
import type { Source } from "../../../domain/problem";
import { formatYear } from "../../../domain/results/year";
import { Screen } from "../../parts/screen/Screen";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import { Decisions } from "./Decisions";
import { OtherSchools } from "./OtherSchools";
import { SchoolCard } from "./SchoolCard";

interface Props {
  readonly analysis: Analysis;
  readonly settings: ReactNode;
  /** Other thresholds and the map of all figures. */
  readonly insight: ReactNode;
  readonly onNext: () => void;
  readonly onSelect: (source: Source) => void;
}

/** Figures of so many schools are shown at once. */
const UNFOLDED = 8;

/** The list: found by results, added and removed by people, and everybody else with why they are not on it. */
export function SchoolsScreen({ analysis, settings, insight, onNext, onSelect }: Props) {
  const styles = useScreensStyles();
  const { schools: texts, actions } = useTexts();
  const { identification, group, schools } = analysis;
  const removed = new Set(group.removed.map(({ schoolKey }) => schoolKey));
  const found = group.computed.filter(({ schoolKey }) => !removed.has(schoolKey));
  const computed = new Set(group.computed.map(({ schoolKey }) => schoolKey));
  const known = new Set(schools.map(({ key }) => key));
  return (
    <Screen
      heading={
        group.group.length === 0 ? texts.noneHeading : texts.heading(group.group.length, schools.length)
      }
      actions={
        <Button appearance="primary" onClick={onNext}>
          {actions.toRoadmap}
        </Button>
      }
    >
      {settings}
      {group.group.length === 0 && <p className={styles.text}>{texts.noneLead}</p>}
      {found.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.subheading}>
            {texts.low}: {found.length}
          </h3>
          <ul className={styles.list}>
            {found.map((verdict) => (
              <SchoolCard
                key={verdict.schoolKey}
                verdict={verdict}
                identification={identification}
                folded={found.length > UNFOLDED}
                onSelect={onSelect}
              />
            ))}
          </ul>
        </section>
      )}
      <Decisions
        heading={texts.added}
        decisions={group.added}
        remark={({ schoolKey }) =>
          computed.has(schoolKey) ? texts.byRuleToo : known.has(schoolKey) ? null : texts.noResults
        }
        onSelect={onSelect}
      />
      <Decisions
        heading={texts.removed}
        decisions={group.removed}
        remark={() => texts.byRuleToo}
        onSelect={onSelect}
      />
      <Decisions heading={texts.idle} note={texts.idleNote} decisions={group.idle} onSelect={onSelect} />
      {insight}
      <OtherSchools
        identification={identification}
        year={identification.year === null ? "" : formatYear(identification.year)}
      />
    </Screen>
  );
}
