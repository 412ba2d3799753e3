import { Button, Field, Input } from "@fluentui/react-components";
import { useId, useMemo, useState } from "react";
import type { Analysis } from "../../../domain/analysis";
import { distinctEvidence } from "../../../domain/documents/reasons";
import type { GroupMember } from "../../../domain/identification/adjustments";
import { USUAL_THRESHOLDS, whatIf } from "../../../domain/identification/what-if";
import type { Source } from "../../../domain/problem";
import type { Settings } from "../../../domain/settings";
import { insightPaneTexts } from "../../../locales/insight-pane";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { CellLink } from "../../parts/links/CellLink";
import { useLocale, useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";

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
      <table className={styles.table} aria-labelledby={heading}>
        <thead>
          <tr>
            <th scope="col">{texts.threshold}</th>
            <th scope="col">{texts.count}</th>
            <th scope="col">{texts.change}</th>
            <th scope="col">{texts.choose}</th>
          </tr>
        </thead>
        <tbody>
          {prospects.map(({ threshold, count, enter, leave }) => (
            <tr key={threshold}>
              <th scope="row">{texts.percent(threshold)}</th>
              <td>{count}</td>
              <td>
                {enter.length + leave.length === 0 && texts.same}
                <Entering members={enter} threshold={threshold} onSelect={onSelect} />
                <Leaving members={leave} />
              </td>
              <td>
                <Button
                  size="small"
                  disabledFocusable={threshold === used}
                  {...(threshold === used ? {} : { "aria-label": texts.takeFull(texts.percent(threshold)) })}
                  onClick={() => {
                    if (threshold !== used) onChange({ ...settings, threshold });
                  }}
                >
                  {threshold === used ? texts.used : texts.take}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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

interface EnteringProps {
  readonly members: readonly GroupMember[];
  /** The threshold under which their figures are low. */
  readonly threshold: number;
  readonly onSelect: (source: Source) => void;
}

/** So many schools stand open. */
const FEW = 3;

/** The schools that would come, each with the figures that bring it in. */
function Entering({ members, threshold, onSelect }: EnteringProps) {
  const styles = useScreensStyles();
  const { whatIf: texts } = insightPaneTexts(useLocale());
  const { schools } = useTexts();
  if (members.length === 0) return null;
  return (
    <Disclosure summary={texts.enter(members.length)} open={members.length <= FEW}>
      <ul className={styles.list}>
        {members.map(({ schoolKey, school, verdict }) => (
          <li key={schoolKey}>
            {school}
            {verdict !== null &&
              distinctEvidence(verdict).map((one) => (
                <div key={`${one.year} ${one.procedure}`}>
                  <CellLink source={one.source} onSelect={onSelect}>
                    {schools.evidence(one, threshold)}
                  </CellLink>
                </div>
              ))}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** The schools that would go; their figures stand on their cards above. */
function Leaving({ members }: Pick<EnteringProps, "members">) {
  const styles = useScreensStyles();
  const { whatIf: texts } = insightPaneTexts(useLocale());
  if (members.length === 0) return null;
  return (
    <Disclosure summary={texts.leave(members.length)} open={members.length <= FEW}>
      <ul className={styles.list}>
        {members.map(({ schoolKey, school }) => (
          <li key={schoolKey}>{school}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
