import { useState } from "react";
import type { Correction } from "../../../domain/results/corrections/correction";
import { labelsOf } from "../../../domain/results/corrections/make";
import type { ReadColumn, ReadTable } from "../../../domain/results/result";
import { formatYear } from "../../../domain/results/year";
import { useDisclosureStyles } from "../../parts/disclosure/Disclosure.styles";
import { readingPlace } from "../../parts/problems/fixes";
import { CellLink } from "../../parts/links/CellLink";
import type { Found } from "../../state/pane-state";
import type { Pane } from "../../state/use-pane";
import { useScreensStyles } from "../screens.styles";
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
  const { sheet, file, header, columns, corrected = [] } = table;
  const grid = gridAt(found, table);
  const labels = (grid === undefined ? null : labelsOf(grid, header)) ?? [];
  const correcting = correctingOf(pane, found);
  const own = correctionsOf(found).filter(({ id }) => corrected.includes(id));
  const source = { sheet, address: header, ...(file === undefined ? {} : { file }) };
  return (
    <>
      <p className={styles.text}>
        {texts.header}:{" "}
        <CellLink source={source} onSelect={pane.select}>
          {header}
        </CellLink>
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.column}</th>
            <th scope="col">{texts.role}</th>
            <th scope="col">{texts.context}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.column}>
              <th scope="row">
                {[column.column, labelOf(labels, column.column)].filter((part) => part !== "").join(" – ")}
              </th>
              <td>
                {texts.roleName(column.role)}
                {column.roleFrom === "user" && ` (${texts.byUser})`}
              </td>
              <td>{contextOf(column, texts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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

/** Year and procedure of a column, and where each comes from. */
function contextOf(column: ReadColumn, texts: ReturnType<typeof useRecognitionTexts>): string {
  const { year, yearFrom, procedure, procedureFrom } = column;
  const source = (from: string | undefined): string => (from === undefined ? "" : ` (${texts.from(from)})`);
  const parts = [
    year === undefined ? "" : `${formatYear(year)}${source(yearFrom)}`,
    year === undefined && yearFrom === "column" ? texts.byRows : "",
    procedure === undefined ? "" : `${procedure}${source(procedureFrom)}`,
  ];
  return parts.filter((part) => part !== "").join("; ");
}
