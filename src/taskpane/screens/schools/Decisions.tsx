import type { Adjustment } from "../../../domain/identification/verdict";
import type { Source } from "../../../domain/problem";
import { documentName } from "../../../domain/schools/name";
import { CellLink } from "../../parts/links/CellLink";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";

interface Props {
  readonly heading: string;
  readonly note?: string;
  readonly decisions: readonly Adjustment[];
  /** What the results say of the school, where it is worth saying. */
  readonly remark?: (decision: Adjustment) => string | null;
  readonly onSelect: (source: Source) => void;
}

/** Schools added or removed by people, apart from those found by results. */
export function Decisions({ heading, note, decisions, remark, onSelect }: Props) {
  const styles = useScreensStyles();
  const { schools } = useTexts();
  if (decisions.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.subheading}>
        {heading}: {decisions.length}
      </h3>
      {note !== undefined && <p className={styles.muted}>{note}</p>}
      <ul className={styles.list}>
        {decisions.map((decision) => {
          const { schoolKey, school, ground, date, source } = decision;
          const said = remark?.(decision) ?? null;
          return (
            <li key={schoolKey} className={styles.card}>
              <h4 className={styles.name}>{documentName(school)}</h4>
              <span>{schools.ground(ground, date)}</span>
              {said !== null && <span className={styles.muted}>{said}</span>}
              {source !== undefined && (
                <span className={styles.small}>
                  <CellLink source={source} onSelect={onSelect} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
