import { Link } from "@fluentui/react-components";
import { Fragment, lazy, Suspense, useRef, useState } from "react";
import type { AnyTemplateId } from "../../../domain/measures/templates";
import type { SchoolYear } from "../../../domain/results/year";
import type { Settings } from "../../../domain/settings";
import type { SettingsPart, SettingsShown } from "../../../locales/pane-values";
import { useTexts } from "../../texts";
import { useSettingsStyles } from "./Settings.styles";

const SettingsForm = lazy(async () => ({ default: (await import("./SettingsForm")).SettingsForm }));

interface Props {
  /** As used for what is on the screen. */
  readonly shown: SettingsShown;
  /** As chosen; null means «by the data». */
  readonly settings: Settings;
  /** Years with results, ascending. */
  readonly years: readonly SchoolYear[];
  /** Templates of the user's own that are in the workbook. */
  readonly ownTemplates: readonly AnyTemplateId[];
  readonly onChange: (settings: Settings) => void;
}

/** The settings as a sentence whose parts can be pressed; a form opens below it, at the field of that part. */
export function SettingsSentence({ shown, settings, years, ownTemplates, onChange }: Props) {
  const styles = useSettingsStyles();
  const texts = useTexts();
  // a new object for each press: the field takes the focus again
  const [open, setOpen] = useState<{ readonly field: SettingsPart["field"] } | null>(null);
  const pressed = useRef<HTMLElement | null>(null);
  const toggle = useRef<HTMLElement | null>(null);
  const close = (): void => {
    setOpen(null);
    // retakes are told of only while they count: that part may go with what is applied
    (open?.field === "retakes" ? toggle : pressed).current?.focus();
  };
  const parts = texts.settings.sentence(shown);
  return (
    <section aria-label={texts.settings.label} className={styles.root}>
      <p className={styles.sentence}>
        {parts.map(({ field, text }, index) => (
          <Fragment key={field}>
            <Link
              as="button"
              inline
              className={styles.part}
              aria-label={texts.settings.changePart(text)}
              onClick={({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
                pressed.current = currentTarget;
                setOpen({ field });
              }}
            >
              {text}
            </Link>
            {index < parts.length - 1 ? ", " : ". "}
          </Fragment>
        ))}
        <Link
          as="button"
          inline
          ref={(element: HTMLElement | null) => {
            toggle.current = element;
          }}
          aria-expanded={open !== null}
          onClick={() => {
            pressed.current = toggle.current;
            if (open === null) setOpen({ field: "ruleId" });
            else close();
          }}
        >
          {open === null ? texts.actions.change : texts.actions.collapse}
        </Link>
      </p>
      {open !== null && (
        <Suspense fallback={null}>
          <SettingsForm
            settings={settings}
            years={years}
            ownTemplates={ownTemplates}
            used={shown}
            asked={open}
            onCancel={close}
            onApply={(next) => {
              close();
              onChange(next);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
