import type { DataSheet } from "../../../excel/port";
import type { StartView } from "../../state/start";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";

/** So many sheets are named; on a low screen the list leaves room for what comes next. */
const NAMED = 6;

/** Sheets of one kind that are named one by one; a package has a roadmap and a notice for every school. */
const SINGLE = 3;

interface DataProps {
  readonly sheets: readonly DataSheet[];
  /** Where the screen is not about them. */
  readonly heading?: string;
}

/** Sheets of the user's with their sizes. */
export function DataSheets({ sheets, heading }: DataProps) {
  const styles = useScreensStyles();
  const { start } = useTexts();
  const left = sheets.length - NAMED;
  return (
    <section className={styles.section}>
      {heading !== undefined && <h3 className={styles.subheading}>{heading}</h3>}
      <ul className={styles.plain}>
        {sheets.slice(0, NAMED).map(({ name, rows, columns, hidden }) => (
          <li key={name}>
            {name}{" "}
            <span className={styles.note}>
              {start.size(rows, columns)}
              {hidden && `, ${start.hidden}`}
            </span>
          </li>
        ))}
      </ul>
      {left > 0 && <p className={styles.muted}>{start.moreSheets(left)}</p>}
    </section>
  );
}

/** What the add-in made, the documents that are looked for first. */
export function MadeSheets({ view: { made, others } }: { readonly view: StartView }) {
  const styles = useScreensStyles();
  const { start } = useTexts();
  return (
    <section className={styles.section}>
      <h3 className={styles.subheading}>{start.made}</h3>
      <ul className={styles.plain}>
        {made.flatMap(({ kind, sheets }) =>
          sheets.length > SINGLE
            ? [<li key={kind}>{start.madeMany(kind, sheets.length)}</li>]
            : sheets.map(({ name, period }) => (
                <li key={name}>
                  {name} <span className={styles.note}>{period === null ? "" : start.period(period)}</span>
                </li>
              )),
        )}
      </ul>
      {others > 0 && <p className={styles.muted}>{start.others(others)}</p>}
    </section>
  );
}
