import { useState } from "react";
import type { Correction } from "../../../domain/results/corrections/correction";
import { labelsOf } from "../../../domain/results/corrections/make";
import type { Source } from "../../../domain/problem";
import type { ReadTable } from "../../../domain/results/result";
import { useDisclosureStyles } from "../../parts/disclosure/Disclosure.styles";
import { readingPlace } from "../../parts/problems/fixes";
import { CellLink } from "../../parts/links/CellLink";
import type { Found } from "../../state/pane-state";
import type { Pane } from "../../state/use-pane";
import { useScreensStyles } from "../screens.styles";
import { ColumnList } from "./ColumnList";
import { CorrectForm } from "./CorrectForm";
import { CorrectionList } from "./CorrectionList";
import { correctingOf, correctionsOf, gridAt, useRecognitionTexts } from "./use-recognition";

interface Props {
  readonly pane: Pane;
  readonly found: Found;
  readonly table: ReadTable;
}

/** How a table was understood, column by column, and a form to correct it; made when it is opened. */
export function TableDetails({ pane, found, table }: Props) {
  const styles = useDisclosureStyles();
  const texts = useRecognitionTexts();
  const [open, setOpen] = useState(false);
  if (table.address === "") return null; // kept of a file of an earlier run
  return (
    <details
      className={styles.root}
      data-reading={readingPlace(table)}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary className={styles.summary}>{texts.details}</summary>
      {open && (
        <div className={styles.body}>
          <Understood pane={pane} found={found} table={table} />
        </div>
      )}
    </details>
  );
}

function Understood({ pane, found, table }: Props) {
  const styles = useScreensStyles();
  const texts = useRecognitionTexts();
  const { header, corrected = [] } = table;
  const grid = gridAt(found, table);
  const labels = (grid === undefined ? null : labelsOf(grid, header)) ?? [];
  const correcting = correctingOf(pane, found);
  const own = correctionsOf(found).filter(({ id }) => corrected.includes(id));
  const source = { ...sourceOf(table), address: header };
  return (
    <>
      <p className={styles.text}>
        {texts.header}:{" "}
        <CellLink source={source} onSelect={pane.select}>
          {header}
        </CellLink>
      </p>
      <ColumnList table={table} labelOf={(letter) => labelOf(labels, letter)} onSelect={pane.select} />
      {own.length > 0 && <Undo own={own} onUndo={correcting.undo} />}
      {grid !== undefined && <CorrectForm table={table} labels={labels} onCorrect={correcting.correct} />}
    </>
  );
}

function Undo({
  own,
  onUndo,
}: {
  readonly own: readonly Correction[];
  readonly onUndo: (correction: Correction) => void;
}) {
  return <CorrectionList list={own} used={null} onUndo={onUndo} />;
}

const labelOf = (labels: ReturnType<typeof labelsOf>, letter: string): string =>
  labels?.find(({ column }) => column === letter)?.label ?? "";

/** The whole table. */
export const sourceOf = ({ sheet, address, file }: ReadTable): Source => ({
  sheet,
  address,
  ...(file === undefined ? {} : { file }),
});
