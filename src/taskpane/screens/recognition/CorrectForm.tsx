import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { COLUMN_ROLES, type Change, type ColumnRole } from "../../../domain/results/corrections/correction";
import type { LabelledColumn, Wish, WishFault } from "../../../domain/results/corrections/make";
import { isPupilLayout } from "../../../domain/results/corrections/steer";
import { parseProcedure } from "../../../domain/results/parse-procedure";
import type { ReadTable } from "../../../domain/results/result";
import { formatYear, parseYear } from "../../../domain/results/year";
import { readingPlace, wantedField, type WantedField } from "../../parts/problems/fixes";
import { useSettingsStyles } from "../../parts/settings/Settings.styles";
import { useRecognitionTexts } from "./use-recognition";

interface Props {
  readonly table: ReadTable;
  readonly labels: readonly LabelledColumn[];
  readonly onCorrect: (table: ReadTable, wish: Wish) => WishFault | null;
}

interface Values {
  readonly kind: Change["kind"];
  readonly range: string;
  readonly column: string;
  readonly role: ColumnRole;
  /** Letters of a group of columns; "" for the whole table. */
  readonly group: string;
  readonly year: string;
  readonly procedure: string;
}

/** One form for whatever is to be corrected of a table. */
export function CorrectForm({ table, labels, onCorrect }: Props) {
  const styles = useSettingsStyles();
  const texts = useRecognitionTexts();
  const [wrong, setWrong] = useState("");
  const place = readingPlace(table);
  const several = hasSeveralExams(table);
  const [values, setValues] = useState<Values>(() => ({
    kind: wantedField.getState().place === place && !several ? wantedField.getState().field : "range",
    range: table.address,
    column: table.columns[0]?.column ?? "A",
    role: "other",
    group: "",
    year: "",
    procedure: "",
  }));
  const { kind } = values;
  const bind = (key: keyof Values) => ({
    value: values[key],
    onChange: (_: unknown, { value }: { readonly value: string }) => {
      setWrong("");
      setValues({ ...values, [key]: value });
    },
  });
  const error = wrong === "" ? {} : { validationMessage: wrong, validationState: "error" as const };
  // columns of pupils' lists have the roles that their layout gives them
  const kinds = (Object.keys(texts.kinds) as Change["kind"][]).filter((each) => {
    if (each === "role") return !isPupilLayout(table.layout);
    return !several || (each !== "year" && each !== "procedure");
  });
  const form = useWantedField(place, several, (wanted) => {
    setValues((before) => ({ ...before, kind: wanted }));
  });
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wish = wishOf(values);
        if (wish === null) {
          setWrong(kind === "year" ? texts.yearWrong : texts.procedureWrong);
          return;
        }
        const fault = onCorrect(table, wish);
        setWrong(fault === null ? "" : texts.fault(fault));
      }}
    >
      {several && <Field hint={texts.severalExams} />}
      <Field label={texts.kind}>
        <Select {...bind("kind")}>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {texts.kinds[each]}
            </option>
          ))}
        </Select>
      </Field>
      {kind === "range" && (
        <Field label={texts.range} hint={texts.rangeHint} {...error}>
          <Input {...bind("range")} />
        </Field>
      )}
      {kind === "role" && (
        <>
          <Field label={texts.column} {...error}>
            <Select {...bind("column")}>
              {table.columns.map(({ column }) => (
                <option key={column} value={column}>
                  {[column, labels.find((each) => each.column === column)?.label ?? ""].join(" – ")}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={texts.roleWanted}>
            <RoleSelect {...bind("role")} />
          </Field>
        </>
      )}
      {(kind === "year" || kind === "procedure") && <GroupField table={table} bound={bind("group")} />}
      {kind === "year" && (
        <Field label={texts.year} hint={texts.yearHint} {...error}>
          <Input {...bind("year")} />
        </Field>
      )}
      {kind === "procedure" && (
        <Field label={texts.procedure} hint={texts.procedureHint} {...error}>
          <Input {...bind("procedure")} />
        </Field>
      )}
      {kind === "notResults" && <Field hint={texts.notResults} {...error} />}
      <div className={styles.buttons}>
        <Button type="submit">{texts.apply}</Button>
      </div>
    </form>
  );
}

/**
 * A problem of the table may have asked for a field of it («Указать учебный год»), before the form was there or after:
 * the field is shown and takes the focus, once.
 * @returns for the form
 */
function useWantedField(place: string, several: boolean, show: (wanted: WantedField) => void) {
  const form = useRef<HTMLFormElement>(null);
  const showing = useRef(show);
  useEffect(() => {
    const take = (): boolean => {
      if (wantedField.getState().place !== place) return false;
      wantedField.setState({ place: null });
      return !several;
    };
    const focus = (): void => {
      form.current?.querySelector("input")?.focus();
    };
    if (take()) focus();
    return wantedField.subscribe(({ field }) => {
      if (!take()) return;
      // the field must be there before it takes the focus
      flushSync(() => {
        showing.current(field);
      });
      focus();
    });
  }, [place, several]);
  return form;
}

/** Blocks of a protocol have titles of their own: one year or procedure for all of them would be wrong. */
function hasSeveralExams({ layout, columns }: Props["table"]): boolean {
  return layout.startsWith("exam-") && columns.some(({ procedure }) => procedure?.includes(", ") === true);
}

function wishOf({ kind, range, column, role, group, year, procedure }: Values): Wish | null {
  const columns = group === "" ? null : group.split(",");
  switch (kind) {
    case "notResults":
      return { kind };
    case "range":
      return { kind, address: range };
    case "role":
      return { kind, column, role };
    case "year": {
      const typed = parseYear(year);
      return typed === null ? null : { kind, columns, year: typed };
    }
    case "procedure": {
      const typed = parseProcedure(procedure);
      return typed === null ? null : { kind, columns, procedure: typed };
    }
  }
}

interface Bound {
  readonly value: string;
  readonly onChange: (event: unknown, data: { readonly value: string }) => void;
}

/** Of several years or procedures in one table, which columns are meant. */
function GroupField({ table, bound }: { readonly table: ReadTable; readonly bound: Bound }) {
  const texts = useRecognitionTexts();
  const groups = new Map<string, { letters: string[]; told: string }>();
  for (const { column, year, procedure } of table.columns) {
    if (year === undefined && procedure === undefined) continue;
    const told = [year === undefined ? "" : formatYear(year), procedure ?? ""]
      .filter((part) => part !== "")
      .join(", ");
    const group = groups.get(told);
    if (group === undefined) groups.set(told, { letters: [column], told });
    else group.letters.push(column);
  }
  if (groups.size < 2) return null;
  return (
    <Field label={texts.columns}>
      <Select {...bound}>
        <option value="">{texts.whole}</option>
        {[...groups.values()].map(({ letters, told }) => (
          <option key={told} value={letters.join(",")}>
            {texts.group(letters.join(", "), told)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Roles that a column can be told; `asHeader` leaves it to its header. */
export function RoleSelect({ asHeader = false, ...bound }: Bound & { readonly asHeader?: boolean }) {
  const texts = useRecognitionTexts();
  return (
    <Select {...bound}>
      {asHeader && <option value="">{texts.asHeader}</option>}
      {COLUMN_ROLES.map((role) => (
        <option key={role} value={role}>
          {texts.chosen[role]}
        </option>
      ))}
    </Select>
  );
}
