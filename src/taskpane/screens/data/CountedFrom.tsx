import type { Analysis } from "../../../domain/analysis";
import type { Source } from "../../../domain/problem";
import { procedureTitle } from "../../../domain/results/procedure";
import { formatYear } from "../../../domain/results/year";
import { useLaterTexts } from "../../later-texts";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { CellLink } from "../../parts/links/CellLink";
import { tableFacts } from "../../state/facts";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";

interface Props {
  readonly analysis: Analysis;
  readonly onSelect: (source: Source) => void;
}

/** What the figures above are added up from: tables with their results, what is counted once, procedures, years. */
export function CountedFrom({ analysis, onSelect }: Props) {
  const styles = useScreensStyles();
  const { data } = useTexts();
  const { counted: texts } = useLaterTexts();
  const tables = tableFacts(analysis.reading).filter(({ results }) => results > 0);
  const { results } = analysis;
  const less = analysis.reading.results.length - results.length;
  const by = (
    key: (result: Analysis["results"][number]) => string,
  ): readonly (readonly [string, number])[] => {
    const counts = new Map<string, number>();
    for (const result of results) counts.set(key(result), (counts.get(key(result)) ?? 0) + 1);
    return [...counts].sort(([a], [b]) => a.localeCompare(b, "ru"));
  };
  return (
    <Disclosure onDemand summary={texts.heading}>
      <ul className={styles.bullets}>
        {tables.map(({ source, results: own }) => (
          <li key={`${source.file ?? ""} ${source.sheet} ${source.address}`}>
            <CellLink source={source} onSelect={onSelect} />
            {`: ${data.results(own)}`}
          </li>
        ))}
        {less > 0 && <li>{texts.less(less)}</li>}
      </ul>
      <p className={styles.text}>
        {texts.years(by(({ year }) => formatYear(year)).map(([year, n]) => `${year} – ${n}`))}
      </p>
      <p className={styles.text}>
        {texts.procedures(
          by(({ procedure }) => procedureTitle(procedure)).map(([name, n]) => `${name} – ${n}`),
        )}
      </p>
    </Disclosure>
  );
}
