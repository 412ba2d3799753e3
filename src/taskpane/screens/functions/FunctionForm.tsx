import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { callOf, listSeparator, withListSeparator } from "../../../domain/cells/formula-text";
import type { FormulaPort, Inserted } from "../../../excel/formula-port";
import { functionsPaneTexts } from "../../../locales/functions-pane";
import { useLaterTexts } from "../../later-texts";
import { Message } from "../../parts/messages/Message";
import { useWriter } from "../../parts/progress/use-writer";
import { WriteButton } from "../../parts/progress/WriteButton";
import { useLocale } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import type { FunctionEntry } from "./catalogue";

interface Props {
  readonly entry: FunctionEntry;
  readonly formulas: FormulaPort;
  /** Runs what may fail, and shows the failure. */
  readonly attempt: (work: () => Promise<void>) => void;
}

/** Parameters of one function, the formula that they make, and its way into the active cell. */
export function FunctionForm({ entry, formulas, attempt }: Props) {
  const styles = useScreensStyles();
  const texts = functionsPaneTexts(useLocale());
  const { busy } = useLaterTexts();
  const writer = useWriter();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [checked, setChecked] = useState(false);
  const [outcome, setOutcome] = useState<Inserted | null>(null);
  const set = (id: string, value: string): void => {
    setValues((before) => ({ ...before, [id]: value }));
    setOutcome(null);
  };
  const missing = (id: string): boolean => (values[id] ?? "").trim() === "";
  const complete = entry.parameters.every(({ id, optional }) => optional || !missing(id));
  const formula = callOf(
    entry.id,
    entry.parameters.map(({ id }) => values[id] ?? ""),
  );
  const insert = (over: string | null) => (): void => {
    setChecked(true);
    if (!complete || writer !== null) return;
    attempt(async () => {
      setOutcome(await formulas.insert(formula, over));
    });
  };
  return (
    <form
      className={styles.section}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        insert(null)();
      }}
    >
      {entry.parameters.map(({ id, name, hint, optional }) => (
        <div key={id} className={styles.section}>
          <Field
            label={optional ? `${name} (${texts.optional})` : name}
            hint={hint}
            required={!optional}
            {...(checked && !optional && missing(id)
              ? { validationMessage: texts.required, validationState: "error" as const }
              : {})}
          >
            <Input
              value={values[id] ?? ""}
              onChange={(_, { value }) => {
                set(id, value);
              }}
            />
          </Field>
          <div>
            <Button
              size="small"
              aria-label={texts.takeFor(name)}
              onClick={() => {
                attempt(async () => {
                  set(id, await formulas.selection());
                });
              }}
            >
              {texts.take}
            </Button>
          </div>
        </div>
      ))}
      <p className={styles.text}>
        {texts.formula}: <code>{withListSeparator(formula, listSeparator(formulas.contentLanguage))}</code>
      </p>
      <p className={styles.muted}>{texts.target}</p>
      <div>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={writer !== null}
          {...(writer === null ? {} : { title: busy.line(writer) })}
        >
          {texts.insert}
        </Button>
      </div>
      {outcome?.kind === "inserted" && <Message intent="success">{texts.inserted(outcome.address)}</Message>}
      {outcome?.kind === "filled" && (
        <Message intent="warning">
          {texts.filled(outcome.address, outcome.content)}{" "}
          <WriteButton size="small" onClick={insert(outcome.address)}>
            {texts.overwrite}
          </WriteButton>{" "}
          <Button
            size="small"
            onClick={() => {
              setOutcome(null);
            }}
          >
            {texts.keep}
          </Button>
        </Message>
      )}
    </form>
  );
}
