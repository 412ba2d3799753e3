import type { Analysis } from "../../../domain/analysis";
import { explainCell, type ExplainedCell } from "../../../domain/explain-cell";
import { lowState } from "../../../domain/identification/low";
import type { Evidence } from "../../../domain/identification/verdict";
import type { Source } from "../../../domain/problem";
import { procedureTitle } from "../../../domain/results/procedure";
import type { SchoolResult } from "../../../domain/schools/school";
import { documentName } from "../../../domain/schools/name";
import { activeAddress, type Selection } from "../../../excel/selection";
import type { AskedPaneTexts } from "../../../locales/ru/asked-pane";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { CellLink } from "../../parts/links/CellLink";
import type { Found } from "../../state/pane-state";
import { useTexts } from "../../texts";
import { SchoolCard } from "../schools/SchoolCard";
import { useScreensStyles } from "../screens.styles";
import { useAskedTexts } from "./texts";

interface Props {
  readonly found: Found;
  readonly at: Selection;
  readonly onSelect: (source: Source) => void;
}

/** The school of the selected cell: how it was judged, by what, and what the cell itself shows. */
export function WhyView({ found, at, onSelect }: Props) {
  const styles = useScreensStyles();
  const texts = useAskedTexts();
  const { analysis, snapshot } = found.prepared;
  const made = snapshot.own.find(({ name }) => name === at.sheet);
  const explained = explainCell(analysis, at.sheet, activeAddress(at), made);
  return (
    <>
      <p className={styles.muted}>
        {texts.place}{" "}
        <CellLink source={{ sheet: at.sheet, address: activeAddress(at) }} onSelect={onSelect} />
      </p>
      {explained === null ? (
        <p className={styles.text}>{texts.nobody}</p>
      ) : (
        <Explained explained={explained} analysis={analysis} onSelect={onSelect} />
      )}
    </>
  );
}

interface ExplainedProps {
  readonly explained: ExplainedCell;
  readonly analysis: Analysis;
  readonly onSelect: (source: Source) => void;
}

function Explained({ explained, analysis, onSelect }: ExplainedProps) {
  const styles = useScreensStyles();
  const texts = useAskedTexts();
  const { school, results, verdict } = explained;
  const { identification } = analysis;
  const all = analysis.results
    .filter(({ schoolKey }) => schoolKey === school.key)
    .sort(
      (a, b) =>
        b.year - a.year || procedureTitle(a.procedure).localeCompare(procedureTitle(b.procedure), "ru"),
    );
  return (
    <>
      <p className={styles.text}>
        <strong>{documentName(school.name)}</strong>
      </p>
      {statements(explained, analysis, texts).map((statement) => (
        <p key={statement} className={styles.text}>
          {statement}
        </p>
      ))}
      {results.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.subheading}>{texts.here}</h3>
          <ResultList results={results} analysis={analysis} onSelect={onSelect} />
        </section>
      )}
      {verdict !== null && verdict.evidence.length > 0 && (
        <ul className={styles.list}>
          <SchoolCard verdict={verdict} identification={identification} folded={false} onSelect={onSelect} />
        </ul>
      )}
      {all.length > results.length && (
        <Disclosure summary={texts.all(all.length)} open={verdict?.status === "notLow"}>
          <ResultList results={all} analysis={analysis} onSelect={onSelect} />
        </Disclosure>
      )}
    </>
  );
}

/** What is known of the school as a whole: the verdict, and decisions that stand above it. */
function statements(
  { school, verdict }: ExplainedCell,
  { group, excluded }: Analysis,
  texts: AskedPaneTexts,
): readonly string[] {
  const isThis = ({ schoolKey }: { readonly schoolKey: string }): boolean => schoolKey === school.key;
  const out = excluded.find(isThis);
  if (out !== undefined) return [texts.excluded(out.reason)];
  return [
    verdict === null ? texts.unjudged : texts.verdicts[verdict.status],
    ...(group.added.some(isThis) ? [texts.added] : []),
    ...(group.removed.some(isThis) ? [texts.removed] : []),
  ];
}

function ResultList({
  results,
  analysis: { identification },
  onSelect,
}: Pick<ExplainedProps, "analysis" | "onSelect"> & { readonly results: readonly SchoolResult[] }) {
  const styles = useScreensStyles();
  const { schools, place } = useTexts();
  const texts = useAskedTexts();
  const { threshold, minParticipants } = identification;
  return (
    <ul className={styles.list}>
      {results.map((result) => (
        <li key={`${result.year} ${procedureTitle(result.procedure)}`}>
          <CellLink source={result.source} onSelect={onSelect}>
            {schools.evidence(asEvidence(result), threshold)}
          </CellLink>{" "}
          – {texts.low(lowState(result, threshold, minParticipants), threshold)}
          <span className={styles.small}>
            {place(result.source.sheet, result.source.address, result.source.file)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A result in the words that evidence is told in. */
const asEvidence = ({ procedure, ...figures }: SchoolResult): Evidence => ({
  ...figures,
  criterion: 1, // not part of the words
  procedure: procedureTitle(procedure),
});
