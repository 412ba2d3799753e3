import type { Identification } from "../../../domain/identification/identify";
import type { Verdict } from "../../../domain/identification/verdict";
import { distinctEvidence } from "../../../domain/documents/reasons";
import type { Source } from "../../../domain/problem";
import { CellLink } from "../../parts/links/CellLink";
import { metCriteria, uncheckedYear } from "../../state/facts";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";

interface Props {
  readonly verdict: Verdict;
  readonly identification: Identification;
  readonly onSelect: (source: Source) => void;
}

/** A school with the figures that its verdict rests on, each with its cell. */
export function SchoolCard({ verdict, identification, onSelect }: Props) {
  const styles = useScreensStyles();
  const { schools, place } = useTexts();
  const { school, unchecked } = verdict;
  return (
    <li className={styles.card}>
      <h4 className={styles.name}>{school}</h4>
      <span className={styles.muted}>{schools.criteria(metCriteria(verdict))}</span>
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
