import { Button, Field, mergeClasses, Select } from "@fluentui/react-components";
import { memo, useMemo, useState } from "react";
import type { Analysis } from "../../../domain/analysis";
import { shortSchoolName } from "../../../domain/documents/package/short-name";
import { heatMap, heatYears, type HeatCell, type HeatRow } from "../../../domain/identification/heat-map";
import type { Source } from "../../../domain/problem";
import { formatYear, type SchoolYear } from "../../../domain/results/year";
import { documentName } from "../../../domain/schools/name";
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
      <YearMap key={`map ${year}`} analysis={analysis} year={year} onSelect={onSelect} />
      {actions?.(year)}
    </>
  );
}

/** Schools as documents call them. */
const printed = (map: ReturnType<typeof heatMap>): ReturnType<typeof heatMap> => ({
  ...map,
  rows: map.rows.map((row) => ({ ...row, school: documentName(row.school) })),
});

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
  const [told, setTold] = useState("");
  const map = useMemo(() => printed(heatMap(analysis, year)), [analysis, year]);
  const names = useMemo(() => shortNames(map.rows), [map]);
  const left = map.rows.length - shown;
  return (
    <>
      <p className={shared.muted}>{texts.legend(whatIf.percent(threshold))}</p>
      <p className={mergeClasses(shared.muted, styles.told)}>{told === "" ? texts.tellHint : told}</p>
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
                name={names.get(row.schoolKey) ?? row.school}
                onTell={setTold}
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
  /** The school as people call it. */
  readonly name: string;
  /** Says in words what a figure is and where it comes from. */
  readonly onTell: (text: string) => void;
  readonly procedures: readonly string[];
  /** Per cent. */
  readonly threshold: number;
  readonly onSelect: (source: Source) => void;
}

/** Drawn once: what the line above the map says changes with every figure pointed at. */
const Row = memo(function Row({ row, name, procedures, threshold, onTell, onSelect }: RowProps) {
  const styles = useInsightStyles();
  const shared = useScreensStyles();
  const { heat: texts } = insightPaneTexts(useLocale());
  const look = ({ low, share }: HeatCell) =>
    low ? (share >= threshold / 50 ? "lowest" : "low") : share >= threshold / 200 ? "near" : "calm";
  return (
    <tr>
      <th scope="row">
        {name === row.school ? (
          name
        ) : (
          <>
            <span aria-hidden title={row.school}>
              {name}
            </span>
            <span className={styles.hidden}>{row.school}</span>
          </>
        )}
        {row.listed && <span className={shared.small}>{texts.listed}</span>}
      </th>
      {row.cells.map((cell, at) => (
        <td key={procedures[at]} className={mergeClasses(cell !== null && styles[look(cell)])}>
          {cell === null ? (
            <span className={styles.hidden}>{texts.noData}</span>
          ) : (
            <Figure
              cell={cell}
              threshold={threshold}
              onTell={(figure, place) => {
                onTell(texts.told(name, procedures[at] ?? "", figure, place));
              }}
              onSelect={onSelect}
            />
          )}
        </td>
      ))}
    </tr>
  );
});

interface FigureProps extends Pick<RowProps, "threshold" | "onSelect"> {
  readonly cell: HeatCell;
  readonly onTell: (figure: string, place: string) => void;
}

/** A share; a click shows its cell. Its name says the rest, and the line above the map too, for those who see it. */
function Figure({ cell, threshold, onTell, onSelect }: FigureProps) {
  const styles = useInsightStyles();
  const { heat: texts } = insightPaneTexts(useLocale());
  const { place } = useTexts();
  const { sheet, address, file } = cell.source;
  const figure = texts.figure({ ...cell, threshold });
  const from = place(sheet, address, file);
  const said = `${figure}; ${from}`;
  const tell = (): void => {
    onTell(figure, from);
  };
  if (file !== undefined)
    return (
      <span title={said}>
        {texts.short(cell.share, threshold)}
        <span className={styles.hidden}>{said}</span>
      </span>
    );
  return (
    <button
      type="button"
      className={styles.figure}
      title={said}
      aria-label={said}
      onMouseEnter={tell}
      onFocus={tell}
      onClick={() => {
        onSelect(cell.source);
      }}
    >
      {texts.short(cell.share, threshold)}
    </button>
  );
}

/** Schools without their legal forms, by key; two that would then be called alike keep their whole names. */
function shortNames(rows: readonly HeatRow[]): ReadonlyMap<string, string> {
  const short = rows.map(({ schoolKey, school }) => ({ schoolKey, school, name: shortSchoolName(school) }));
  const times = new Map<string, number>();
  for (const { name } of short) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(
    short.map(({ schoolKey, school, name }) => [schoolKey, times.get(name) === 1 ? name : school]),
  );
}
