import { countStates } from "../../../domain/monitoring/count";
import type { ExecutionRow } from "../../../domain/monitoring/read-roadmap";
import type { Source } from "../../../domain/problem";
import { controlPaneTexts } from "../../../locales/control-pane";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { CellLink } from "../../parts/links/CellLink";
import { useLocale } from "../../texts";
import { useScreensStyles } from "../screens.styles";

interface Props {
  readonly rows: readonly ExecutionRow[];
  readonly today: string;
  readonly onSelect: (source: Source) => void;
}

/** The sheets that the totals are added up from, each with its own figures. */
export function CountedOn({ rows, today, onSelect }: Props) {
  const styles = useScreensStyles();
  const texts = controlPaneTexts(useLocale());
  const sheets = [...new Set(rows.map(({ sheet }) => sheet))];
  return (
    <Disclosure onDemand summary={texts.from}>
      <ul className={styles.list}>
        {sheets.map((sheet) => {
          const { total, done, withdrawn } = countStates(
            rows.filter((row) => row.sheet === sheet),
            today,
          );
          return (
            <li key={sheet}>
              <CellLink source={{ sheet, address: "A1" }} onSelect={onSelect}>
                {sheet}
              </CellLink>
              {`: ${texts.fromSheet(total, done, withdrawn)}`}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
