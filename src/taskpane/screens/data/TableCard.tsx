import type { ReactNode } from "react";
import type { Source } from "../../../domain/problem";
import { formatYear } from "../../../domain/results/year";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { CellLink } from "../../parts/links/CellLink";
import type { TableFacts } from "../../state/facts";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";

interface Props {
  readonly facts: TableFacts;
  readonly details: ReactNode;
  readonly onSelect: (source: Source) => void;
}

/** How one table was understood. */
export function TableCard({ facts, details, onSelect }: Props) {
  const styles = useScreensStyles();
  const { data } = useTexts();
  const { table, source, years, procedures, results, leftOut } = facts;
  return (
    <li className={styles.card}>
      <span>
        <CellLink source={source} onSelect={onSelect} />
      </span>
      <span className={styles.muted}>{data.layout(table.layout)}</span>
      <span>
        {[data.rows(table.rows), data.results(results), data.years(years.map(formatYear))].join(" · ")}
      </span>
      {procedures.length > 0 && (
        <Disclosure summary={data.procedures(procedures.length)}>
          <ul className={styles.bullets}>
            {procedures.map((procedure) => (
              <li key={procedure}>{procedure}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      {leftOut.length > 0 && (
        <Disclosure summary={data.leftOut}>
          <ul className={styles.bullets}>
            {leftOut.map(({ why, sources }) => (
              <li key={why}>
                {data.leftOutWhy(why)}:{" "}
                {sources.map((row, index) => (
                  <span key={row.address}>
                    {index > 0 && ", "}
                    <CellLink source={row} onSelect={onSelect}>
                      {row.address}
                    </CellLink>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {details}
    </li>
  );
}
