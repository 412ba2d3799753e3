import { Button, Field, mergeClasses, Select } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Analysis } from "../../../domain/analysis";
import { heatMap, heatYears, type HeatCell, type HeatRow } from "../../../domain/identification/heat-map";
import type { Source } from "../../../domain/problem";
import { formatYear, type SchoolYear } from "../../../domain/results/year";
import { insightPaneTexts } from "../../../locales/insight-pane";
import { useLocale, useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import { useInsightStyles } from "./Insight.styles";

interface Props {
  readonly analysis: Analysis;
  readonly onSelect: (source: Source) => void;
  /** What else can be done with the map of a year. */
  readonly actions?: (year: SchoolYear) => React.ReactNode;
}

/** So many schools at once; the rest on demand. */
const PAGE = 30;

/** Schools × procedures of the year in view, or of another one. */
export function HeatMap({ analysis, onSelect, actions }: Props) {
  const { heat: texts } = insightPaneTexts(useLocale());
  const years = heatYears(analysis);
  const [chosen, setChosen] = useState<SchoolYear | null>(null);
  const wanted = chosen ?? analysis.identification.year;
  const year = years.find((each) => each === wanted) ?? years[0];
  if (year === undefined) return null;
  return (
    <>
      {years.length > 1 && (
        <Field label={texts.year}>
          <Select
            value={String(year)}
            onChange={(_, { value }) => {
              setChosen(Number(value));
            }}
          >
            {years.map((each) => (
              <option key={each} value={String(each)}>
                {formatYear(each)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <YearMap key={year} analysis={analysis} year={year} onSelect={onSelect} />
      {actions?.(year)}
    </>
  );
}

interface YearMapProps extends Pick<Props, "analysis" | "onSelect"> {
  readonly year: SchoolYear;
}

/** The map of a year as a table: the figure is the content, the colour repeats it. */
function YearMap({ analysis, year, onSelect }: YearMapProps) {
  const styles = useInsightStyles();
  const shared = useScreensStyles();
  const { heat: texts, whatIf } = insightPaneTexts(useLocale());
  const { threshold } = analysis.identification;
  const [shown, setShown] = useState(PAGE);
  const map = useMemo(() => heatMap(analysis, year), [analysis, year]);
  const left = map.rows.length - shown;
  return (
    <>
      <p className={shared.muted}>{texts.legend(whatIf.percent(threshold))}</p>
      <div
        className={styles.scroll}
        role="region"
        aria-label={texts.heading}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- figures of added files are no buttons: arrows must scroll the table all the same
        tabIndex={0}
      >
        <table className={styles.map}>
          <caption className={styles.caption}>{texts.caption(formatYear(year))}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.school}</th>
              {map.procedures.map((procedure, at) => (
                <th key={procedure} scope="col">
                  {procedure}
                  {at >= map.judged && <span className={shared.small}>{texts.unjudged}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.rows.slice(0, shown).map((row) => (
              <Row
                key={row.schoolKey}
                row={row}
                procedures={map.procedures}
                threshold={threshold}
                onSelect={onSelect}
              />
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <Button
          size="small"
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {texts.more(Math.min(left, PAGE))}
        </Button>
      )}
    </>
  );
}

interface RowProps {
  readonly row: HeatRow;
  readonly procedures: readonly string[];
  /** Per cent. */
  readonly threshold: number;
  readonly onSelect: (source: Source) => void;
}

function Row({ row, procedures, threshold, onSelect }: RowProps) {
  const styles = useInsightStyles();
  const shared = useScreensStyles();
  const { heat: texts } = insightPaneTexts(useLocale());
  const look = ({ low, share }: HeatCell) =>
    low ? (share >= threshold / 50 ? "lowest" : "low") : share >= threshold / 200 ? "near" : "calm";
  return (
    <tr>
      <th scope="row">
        {row.school}
        {row.listed && <span className={shared.small}>{texts.listed}</span>}
      </th>
      {row.cells.map((cell, at) => (
        <td key={procedures[at]} className={mergeClasses(cell !== null && styles[look(cell)])}>
          {cell === null ? (
            <span className={styles.hidden}>{texts.noData}</span>
          ) : (
            <Figure cell={cell} threshold={threshold} onSelect={onSelect} />
          )}
        </td>
      ))}
    </tr>
  );
}

/** A share; a click shows its cell, and its title says the rest. */
function Figure({
  cell,
  threshold,
  onSelect,
}: Pick<RowProps, "threshold" | "onSelect"> & { readonly cell: HeatCell }) {
  const styles = useInsightStyles();
  const { heat: texts } = insightPaneTexts(useLocale());
  const { place } = useTexts();
  const { sheet, address, file } = cell.source;
  const said = `${texts.figure({ ...cell, threshold })}; ${place(sheet, address, file)}`;
  if (file !== undefined)
    return (
      <span title={said}>
        {texts.short(cell.share, threshold)}
        {cell.low && <span className={styles.hidden}>{texts.figure({ ...cell, threshold })}</span>}
      </span>
    );
  return (
    <button
      type="button"
      className={styles.figure}
      title={said}
      aria-label={said}
      onClick={() => {
        onSelect(cell.source);
      }}
    >
      {texts.short(cell.share, threshold)}
    </button>
  );
}
