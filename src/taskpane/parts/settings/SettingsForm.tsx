import { Button, Checkbox, Field, Input } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { COLUMNS_CHOICES } from "../../../domain/documents/package/directory";
import { RULES } from "../../../domain/identification/rules";
import {
  isOwnTemplateId,
  templateIds,
  templateName,
  type AnyTemplateId,
} from "../../../domain/measures/templates";
import { formatYear, type SchoolYear } from "../../../domain/results/year";
import type { Settings } from "../../../domain/settings";
import type { SettingsPart, SettingsShown } from "../../../locales/pane-values";
import { useLaterTexts } from "../../later-texts";
import { WholeSelect } from "../choice/WholeSelect";
import { useTexts } from "../../texts";
import { fromForm, isSettings, toForm, type FormErrors, type FormValues } from "./form-values";
import { useSettingsStyles } from "./Settings.styles";

interface Props {
  readonly settings: Settings;
  readonly years: readonly SchoolYear[];
  readonly ownTemplates: readonly AnyTemplateId[];
  readonly used: SettingsShown;
  /** The field that takes the focus; a new object each time that it is asked for. */
  readonly asked: { readonly field: SettingsPart["field"] };
  readonly onApply: (settings: Settings) => void;
  readonly onCancel: () => void;
}

const PACKAGES = ["roadmap", "all"] as const;
const UNITS = ["template", "schoolYear", "calendarYear"] as const;

export function SettingsForm({ settings, years, ownTemplates, used, asked, onApply, onCancel }: Props) {
  const styles = useSettingsStyles();
  const { settings: texts, actions } = useTexts();
  const { settings: later } = useLaterTexts();
  // one that is chosen and whose sheet is gone stays in the list: the run says that it is missing
  const own = [...new Set([...ownTemplates, settings.templateId])].filter(isOwnTemplateId);
  const [values, setValues] = useState(() => toForm(settings));
  const [errors, setErrors] = useState<FormErrors>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const field = form.current?.querySelector<HTMLElement>(`[name="${asked.field}"]`);
    field?.focus();
    // what is typed stands in place of what was there
    if (field instanceof HTMLInputElement) field.select();
  }, [asked]);
  const bind = (key: keyof FormValues) => ({
    name: key,
    value: values[key],
    onChange: (_: unknown, { value }: { readonly value: string }) => {
      setValues({ ...values, [key]: value });
    },
  });
  const rule = RULES.find(({ id }) => id === values.ruleId);
  const wrong = (key: keyof FormErrors, text: string) =>
    errors[key] === true ? { validationMessage: text, validationState: "error" as const } : {};
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const result = fromForm(values, settings);
        if (isSettings(result)) onApply(result);
        else {
          setErrors(result);
          focusWrong(form.current, result);
        }
      }}
    >
      <Field label={texts.rule} hint={rule === undefined ? "" : texts.ruleName(rule.id, rule.name)}>
        <WholeSelect {...bind("ruleId")}>
          {RULES.map(({ id }) => (
            <option key={id} value={id}>
              {texts.ruleId(id)}
            </option>
          ))}
        </WholeSelect>
      </Field>
      <Field label={texts.threshold} hint={texts.thresholdHint} {...wrong("threshold", texts.thresholdWrong)}>
        <Input inputMode="decimal" {...bind("threshold")} />
      </Field>
      <Field label={texts.minimum} hint={texts.minimumHint} {...wrong("minParticipants", texts.minimumWrong)}>
        <Input inputMode="numeric" {...bind("minParticipants")} />
      </Field>
      <Field label={texts.year}>
        <YearSelect years={years} auto={settings.year === null ? used.year : null} {...bind("year")} />
      </Field>
      <Field label={texts.yearBefore}>
        <YearSelect
          years={years}
          auto={settings.yearBefore === null ? used.yearBefore : null}
          {...bind("yearBefore")}
        />
      </Field>
      <Field hint={later.retakesHint}>
        <Checkbox
          name="retakes"
          label={later.retakes}
          checked={values.retakes === "last"}
          onChange={(_, { checked }) => {
            setValues({ ...values, retakes: checked === true ? "last" : "first" });
          }}
        />
      </Field>
      <Field label={texts.template}>
        <WholeSelect {...bind("templateId")}>
          <optgroup label={later.builtIn}>{templateIds.map(templateOption)}</optgroup>
          {own.length > 0 && <optgroup label={later.own}>{own.map(templateOption)}</optgroup>}
        </WholeSelect>
      </Field>
      <Field label={later.columns}>
        <WholeSelect {...bind("columns")}>
          {COLUMNS_CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {later.columnsChoice(choice)}
            </option>
          ))}
        </WholeSelect>
      </Field>
      <Field label={texts.package}>
        <WholeSelect {...bind("package")}>
          {PACKAGES.map((id) => (
            <option key={id} value={id}>
              {texts.packages[id]}
            </option>
          ))}
        </WholeSelect>
      </Field>
      <Field
        label={texts.start}
        {...(used.year === null ? {} : { hint: texts.startHint(used.year) })}
        {...wrong("start", texts.startWrong)}
      >
        <Input inputMode="numeric" {...bind("start")} />
      </Field>
      <Field label={later.unit}>
        <WholeSelect {...bind("unit")}>
          {UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {later.units[unit]}
            </option>
          ))}
        </WholeSelect>
      </Field>
      <Field label={later.years} hint={later.yearsHint} {...wrong("years", later.yearsWrong)}>
        <Input inputMode="numeric" {...bind("years")} />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit">{actions.apply}</Button>
        <Button appearance="subtle" onClick={onCancel}>
          {actions.cancel}
        </Button>
      </div>
    </form>
  );
}

/** The first field that cannot be read takes the focus, as they stand in the form: the button may be far below it. */
function focusWrong(form: HTMLFormElement | null, errors: FormErrors): void {
  const fields = [...(form?.querySelectorAll("input") ?? [])];
  fields.find(({ name }) => Object.hasOwn(errors, name))?.focus();
}

const templateOption = (id: AnyTemplateId) => (
  <option key={id} value={id}>
    {templateName(id)}
  </option>
);

interface YearProps {
  readonly name: string;
  readonly years: readonly SchoolYear[];
  readonly auto: SchoolYear | null;
  readonly value: string;
  readonly onChange: (event: unknown, data: { readonly value: string }) => void;
}

/** Years found in the workbook, latest first, and «by the data». */
function YearSelect({ years, auto, ...select }: YearProps) {
  const texts = useTexts();
  return (
    <WholeSelect {...select}>
      <option value="">{texts.settings.auto(auto)}</option>
      {[...years].reverse().map((year) => (
        <option key={year} value={String(year)}>
          {formatYear(year)}
        </option>
      ))}
    </WholeSelect>
  );
}
