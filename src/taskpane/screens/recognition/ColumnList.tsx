import { useId } from "react";
import { areaAddress } from "../../../domain/grid";
import { parseArea } from "../../../domain/results/corrections/area";
import type { Source } from "../../../domain/problem";
import type { ReadColumn, ReadTable } from "../../../domain/results/result";
import { formatYear } from "../../../domain/results/year";
import { CellLink } from "../../parts/links/CellLink";
import { useScreensStyles } from "../screens.styles";
import { groupColumns, type ColumnGroup, type NamedColumn } from "./column-groups";
import { useColumnListStyles } from "./ColumnList.styles";
import { useRecognitionTexts } from "./use-recognition";

interface Props {
  readonly table: ReadTable;
  /** The header of a column. */
  readonly labelOf: (letter: string) => string;
  readonly onSelect: (source: Source) => void;
}

/** What each column was taken for, by year and procedure; a letter shows its cells. */
export function ColumnList({ table, labelOf, onSelect }: Props) {
  const styles = useScreensStyles();
  const texts = useRecognitionTexts();
  const groups = groupColumns(table.columns, labelOf);
  const told = groups.map(({ context }) => texts.contextFrom(context.procedureFrom, context.yearFrom));
  const distinct = [...new Set(told.filter((from) => from !== ""))];
  // what all of them share is said once
  const shared = groups.length > 2 && distinct.length === 1 ? distinct[0] : undefined;
  return (
    <>
      {shared !== undefined && <p className={styles.muted}>{texts.everywhere(shared)}</p>}
      {groups.map((group, index) => (
        <Group
          key={index}
          group={group}
          from={shared === undefined ? (told[index] ?? "") : ""}
          table={table}
          alone={groups.length === 1}
          onSelect={onSelect}
        />
      ))}
    </>
  );
}

interface GroupProps extends Pick<Props, "table" | "onSelect"> {
  readonly group: ColumnGroup;
  /** Where its year and procedure come from, where that is to be said here. */
  readonly from: string;
  readonly alone: boolean;
}

function Group({ group: { context, columns }, from, table, alone, onSelect }: GroupProps) {
  const styles = useColumnListStyles();
  const shared = useScreensStyles();
  const texts = useRecognitionTexts();
  const heading = useId();
  const { year, procedure } = context;
  const told = [procedure ?? "", year === undefined ? "" : formatYear(year)].filter((part) => part !== "");
  const name = told.length > 0 ? told.join(", ") : alone || from !== "" ? "" : texts.plain;
  return (
    <div className={styles.group}>
      {name !== "" && (
        <h4 id={heading} className={styles.heading}>
          {name}
        </h4>
      )}
      {from !== "" && <span className={shared.small}>{from}</span>}
      <ul className={styles.list} {...(name === "" ? {} : { "aria-labelledby": heading })}>
        {columns.map((named) => (
          <Column key={named.column.column} named={named} table={table} onSelect={onSelect} />
        ))}
      </ul>
    </div>
  );
}

function Column({
  named: { column, label, path },
  table,
  onSelect,
}: Pick<Props, "table" | "onSelect"> & { readonly named: NamedColumn }) {
  const styles = useColumnListStyles();
  const texts = useRecognitionTexts();
  return (
    <li className={styles.column}>
      <span className={styles.letter}>
        <CellLink source={cellsOf(column, table)} onSelect={onSelect}>
          {column.column}
        </CellLink>
      </span>
      <span title={path}>
        {label !== "" && <span className={styles.label}>{label} – </span>}
        <strong>{texts.roleName(column.role)}</strong>
        {column.roleFrom === "user" && ` (${texts.byUser})`}
      </span>
    </li>
  );
}

/** The cells of a column within its table, the header among them. */
function cellsOf({ column }: ReadColumn, { sheet, file, address }: ReadTable): Source {
  const area = parseArea(address);
  const own = parseArea(`${column}1`);
  const place = { sheet, ...(file === undefined ? {} : { file }) };
  if (area === null || own === null) return { ...place, address };
  return { ...place, address: areaAddress({ ...area, left: own.left, right: own.left }) };
}
