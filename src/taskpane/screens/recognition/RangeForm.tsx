import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { areaAddress, type Grid } from "../../../domain/grid";
import { COLUMN_ROLES, type ColumnRole } from "../../../domain/results/corrections/correction";
import {
  columnsOfRange,
  type CorrectedTable,
  type Wish,
  type WishFault,
} from "../../../domain/results/corrections/make";
import { useSettingsStyles } from "../../parts/settings/Settings.styles";
import { RoleSelect } from "./CorrectForm";
import { useRecognitionTexts } from "./use-recognition";

interface Props {
  readonly grid: Grid;
  /** Absent for the open workbook. */
  readonly file?: string;
  /** Where the table is thought to be; absent: the whole sheet. */
  readonly range?: string;
  readonly onCorrect: (table: CorrectedTable, wish: Wish) => WishFault | null;
}

/** More columns than this are no table that one tells by hand. */
const MOST_COLUMNS = 40;

/** The user says where a table is and what its columns hold. */
export function RangeForm({ grid, file, range: first, onCorrect }: Props) {
  const styles = useSettingsStyles();
  const texts = useRecognitionTexts();
  const used = areaAddress({
    top: grid.top,
    left: grid.left,
    bottom: grid.top + grid.cells.length - 1,
    right: grid.left + (grid.cells[0]?.length ?? 1) - 1,
  });
  const [range, setRange] = useState(first ?? used);
  const [roles, setRoles] = useState<Readonly<Record<string, ColumnRole>>>({});
  const [wrong, setWrong] = useState("");
  const columns = (columnsOfRange(grid, range) ?? []).slice(0, MOST_COLUMNS);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const here = new Set(columns.map(({ column }) => column));
        const own = Object.fromEntries(Object.entries(roles).filter(([column]) => here.has(column)));
        const table = {
          sheet: grid.sheet,
          ...(file === undefined ? {} : { file }),
          header: null,
          address: used,
        };
        const fault = onCorrect(table, { kind: "range", address: range, roles: own });
        setWrong(fault === null ? "" : texts.fault(fault));
      }}
    >
      <Field
        label={texts.range}
        hint={texts.rangeHint}
        {...(wrong === "" ? {} : { validationMessage: wrong, validationState: "error" })}
      >
        <Input
          value={range}
          onChange={(_, { value }) => {
            setWrong("");
            setRange(value);
          }}
        />
      </Field>
      {columns.map(({ column, label }) => (
        <Field key={column} label={[column, label].filter((part) => part !== "").join(" – ")}>
          <RoleSelect
            asHeader
            value={roles[column] ?? ""}
            onChange={(_, { value }) => {
              setRoles(withRole(roles, column, value));
            }}
          />
        </Field>
      ))}
      <div className={styles.buttons}>
        <Button type="submit">{texts.apply}</Button>
      </div>
    </form>
  );
}

function withRole(
  roles: Readonly<Record<string, ColumnRole>>,
  column: string,
  value: string,
): Readonly<Record<string, ColumnRole>> {
  const role = COLUMN_ROLES.find((each) => each === value);
  const rest = Object.fromEntries(Object.entries(roles).filter(([key]) => key !== column));
  return role === undefined ? rest : { ...rest, [column]: role };
}
