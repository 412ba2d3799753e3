import type { Identification } from "../../../domain/identification/identify";
import type { Verdict } from "../../../domain/identification/verdict";
import { distinctEvidence } from "../../../domain/documents/reasons";
import type { Source } from "../../../domain/problem";
import { formatYear } from "../../../domain/results/year";
import { documentName } from "../../../domain/schools/name";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { CellLink } from "../../parts/links/CellLink";
import { metCriteria, uncheckedYear } from "../../state/facts";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";

interface Props {
  readonly verdict: Verdict;
  readonly identification: Identification;
  /** In a long list the figures open on demand. */
  readonly folded: boolean;
  readonly onSelect: (source: Source) => void;
}

const yearText = (year: number | null): string => (year === null ? "" : formatYear(year));

/** A school with the figures that its verdict rests on, each with its cell. */
export function SchoolCard({ verdict, identification, folded, onSelect }: Props) {
  const styles = useScreensStyles();
  const { schools, place } = useTexts();
  const { school, unchecked } = verdict;
  const years = { year: yearText(identification.year), yearBefore: yearText(identification.yearBefore) };
  const evidence = distinctEvidence(verdict);
  const figures = (
    <ul className={styles.list}>
      {evidence.map((one) => (
        <li key={`${one.year} ${one.procedure}`}>
          <CellLink source={one.source} onSelect={onSelect}>
            {schools.evidence(one, identification.threshold)}
          </CellLink>{" "}
          <span className={styles.small}>{place(one.source.sheet, one.source.address, one.source.file)}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <li className={styles.card}>
      <h4 className={styles.name}>{documentName(school)}</h4>
      {metCriteria(verdict).map((criterion) => (
        <span key={criterion} className={styles.muted}>
          {schools.criterion(criterion, identification.rule, years)}
        </span>
      ))}
      {folded ? <Disclosure summary={schools.lowResults(evidence.length)}>{figures}</Disclosure> : figures}
      {unchecked.length > 0 && (
        <span className={styles.muted}>
          {schools.unchecked({ criteria: unchecked, year: uncheckedYear(verdict, identification) })}
        </span>
      )}
    </li>
  );
}
