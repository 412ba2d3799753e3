import type { Identification } from "../../../domain/identification/identify";
import type { Verdict } from "../../../domain/identification/verdict";
import { distinctEvidence } from "../../../domain/documents/reasons";
import type { Source } from "../../../domain/problem";
import { formatYear } from "../../../domain/results/year";
import { CellLink } from "../../parts/links/CellLink";
import { metCriteria, uncheckedYear } from "../../state/facts";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";

interface Props {
  readonly verdict: Verdict;
  readonly identification: Identification;
  readonly onSelect: (source: Source) => void;
}

const yearText = (year: number | null): string => (year === null ? "" : formatYear(year));

/** A school with the figures that its verdict rests on, each with its cell. */
export function SchoolCard({ verdict, identification, onSelect }: Props) {
  const styles = useScreensStyles();
  const { schools, place } = useTexts();
  const { school, unchecked } = verdict;
  const years = { year: yearText(identification.year), yearBefore: yearText(identification.yearBefore) };
  return (
    <li className={styles.card}>
      <h4 className={styles.name}>{school}</h4>
      {metCriteria(verdict).map((criterion) => (
        <span key={criterion} className={styles.muted}>
          {schools.criterion(criterion, identification.rule, years)}
        </span>
      ))}
      <ul className={styles.list}>
        {distinctEvidence(verdict).map((evidence) => (
          <li key={`${evidence.year} ${evidence.procedure}`}>
            <CellLink source={evidence.source} onSelect={onSelect}>
              {schools.evidence(evidence, identification.threshold)}
            </CellLink>{" "}
            <span className={styles.small}>
              {place(evidence.source.sheet, evidence.source.address, evidence.source.file)}
            </span>
          </li>
        ))}
      </ul>
      {unchecked.length > 0 && (
        <span className={styles.muted}>
          {schools.unchecked({ criteria: unchecked, year: uncheckedYear(verdict, identification) })}
        </span>
      )}
    </li>
  );
}
