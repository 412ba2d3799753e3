import { Link } from "@fluentui/react-components";
import { lazy, Suspense, useRef, useState } from "react";
import type { AnyTemplateId } from "../../../domain/measures/templates";
import type { SchoolYear } from "../../../domain/results/year";
import type { Settings } from "../../../domain/settings";
import type { SettingsShown } from "../../../locales/pane-values";
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

/** The settings as a sentence; a form opens below it. */
export function SettingsSentence({ shown, settings, years, ownTemplates, onChange }: Props) {
  const styles = useSettingsStyles();
  const texts = useTexts();
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLElement | null>(null);
  const close = (): void => {
    setOpen(false);
    toggle.current?.focus();
  };
  return (
    <section aria-label={texts.settings.label} className={styles.root}>
      <p className={styles.sentence}>
        {texts.settings.sentence(shown)}.{" "}
        <Link
          as="button"
          inline
          ref={(element: HTMLElement | null) => {
            toggle.current = element;
          }}
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? texts.actions.collapse : texts.actions.change}
        </Link>
      </p>
      {open && (
        <Suspense fallback={null}>
          <SettingsForm
            settings={settings}
            years={years}
            ownTemplates={ownTemplates}
            used={shown}
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
