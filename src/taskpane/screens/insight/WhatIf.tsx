import { Button, Field, Input, mergeClasses } from "@fluentui/react-components";
import { useId, useMemo, useState } from "react";
import type { Analysis } from "../../../domain/analysis";
import { distinctEvidence } from "../../../domain/documents/reasons";
import type { GroupMember } from "../../../domain/identification/adjustments";
import { USUAL_THRESHOLDS, whatIf, type Prospect } from "../../../domain/identification/what-if";
import type { Source } from "../../../domain/problem";
import type { Settings } from "../../../domain/settings";
import { documentName } from "../../../domain/schools/name";
import { insightPaneTexts } from "../../../locales/insight-pane";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { CellLink } from "../../parts/links/CellLink";
import { useLocale, useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import { useWhatIfStyles } from "./WhatIf.styles";

interface Props {
  readonly analysis: Analysis;
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  readonly onSelect: (source: Source) => void;
}

/** Who would enter the list and who would leave it under other thresholds; nothing is changed until one is taken. */
export function WhatIf({ analysis, settings, onChange, onSelect }: Props) {
  const styles = useScreensStyles();
  const { whatIf: texts } = insightPaneTexts(useLocale());
  const heading = useId();
  const [typed, setTyped] = useState("");
  const own = thresholdOf(typed);
  const used = analysis.identification.threshold;
  const prospects = useMemo(() => {
    const asked = new Set([...USUAL_THRESHOLDS, used, ...(own === null ? [] : [own])]);
    return whatIf(
      analysis,
      settings,
      [...asked].sort((a, b) => a - b),
    );
  }, [analysis, settings, used, own]);
  const wrong = typed.trim() !== "" && own === null;
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <h3 id={heading} className={styles.subheading}>
        {texts.heading}
      </h3>
      <p className={styles.muted}>{texts.lead}</p>
      <ul className={styles.list} aria-labelledby={heading}>
        {prospects.map((prospect) => (
          <Choice
            key={prospect.threshold}
            prospect={prospect}
            used={used}
            onTake={() => {
              onChange({ ...settings, threshold: prospect.threshold });
            }}
            onSelect={onSelect}
          />
        ))}
      </ul>
      <Field
        label={texts.own}
        hint={texts.ownHint}
        {...(wrong ? { validationMessage: texts.ownWrong, validationState: "error" as const } : {})}
      >
        <Input
          size="small"
          inputMode="decimal"
          value={typed}
          onChange={(_, { value }) => {
            setTyped(value);
          }}
        />
      </Field>
    </section>
  );
}

/** A threshold as typed, or null. @example thresholdOf("27,5 %") // 27.5 */
function thresholdOf(typed: string): number | null {
  const text = typed.trim().replace("%", "").replace(",", ".").trim();
  const value = text === "" ? NaN : Number(text);
  return value >= 1 && value <= 100 ? value : null;
}

interface ChoiceProps extends Pick<Props, "onSelect"> {
  readonly prospect: Prospect;
  /** The threshold of the list as it is. */
  readonly used: number;
  readonly onTake: () => void;
}

/** One threshold: how many schools, who comes and who goes, and a button that takes it. */
function Choice({ prospect: { threshold, count, enter, leave }, used, onTake, onSelect }: ChoiceProps) {
  const styles = useWhatIfStyles();
  const shared = useScreensStyles();
  const name = useId();
  const { whatIf: texts } = insightPaneTexts(useLocale());
  const isUsed = threshold === used;
  const percent = texts.percent(threshold);
  return (
    <li className={mergeClasses(shared.card, isUsed && styles.used)} aria-labelledby={name}>
      <div className={styles.top}>
        <h4 id={name} className={styles.name}>
          {texts.choice(percent, count, isUsed)}
        </h4>
        <Button
          size="small"
          disabledFocusable={isUsed}
          {...(isUsed ? {} : { "aria-label": texts.takeFull(percent) })}
          onClick={() => {
            if (!isUsed) onTake();
          }}
        >
          {isUsed ? texts.used : texts.take(percent)}
        </Button>
      </div>
      {!isUsed && <span className={shared.muted}>{texts.moves(enter.length, leave.length)}</span>}
      <Members
        heading={texts.enter(enter.length)}
        members={enter}
        threshold={threshold}
        onSelect={onSelect}
      />
      <Members heading={texts.leave(leave.length)} members={leave} threshold={used} onSelect={onSelect} />
    </li>
  );
}

interface MembersProps extends Pick<Props, "onSelect"> {
  readonly heading: string;
  readonly members: readonly GroupMember[];
  /** The threshold under which their figures are low. */
  readonly threshold: number;
}

/** The schools that would come, or go, each with the figures that put it into the list. */
function Members({ heading, members, threshold, onSelect }: MembersProps) {
  const styles = useWhatIfStyles();
  const shared = useScreensStyles();
  const { schools, place } = useTexts();
  if (members.length === 0) return null;
  return (
    <Disclosure onDemand summary={heading}>
      <ul className={shared.list}>
        {members.map(({ schoolKey, school, verdict }) => (
          <li key={schoolKey}>
            <span className={styles.school}>{documentName(school)}</span>
            {verdict !== null &&
              distinctEvidence(verdict).map((one) => (
                <div key={`${one.year} ${one.procedure}`}>
                  <CellLink source={one.source} onSelect={onSelect}>
                    {schools.evidence(one, threshold)}
                  </CellLink>
                  <span className={shared.small}>
                    {place(one.source.sheet, one.source.address, one.source.file)}
                  </span>
                </div>
              ))}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
