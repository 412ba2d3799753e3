import type { Identification } from "../../../domain/identification/identify";
import type { Verdict } from "../../../domain/identification/verdict";
import { documentName } from "../../../domain/schools/name";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { uncheckedYear } from "../../state/facts";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";

interface Props {
  readonly identification: Identification;
  /** The year in view as text. */
  readonly year: string;
}

/** Schools that the rule did not find, by how sure that is: no data is never «all well». */
export function OtherSchools({ identification, year }: Props) {
  const { schools: texts } = useTexts();
  const others = identification.verdicts.filter(({ status }) => status !== "low");
  const insufficient = others.filter(({ status }) => status === "insufficient");
  const partly = others.filter(({ status, unchecked }) => status === "notLow" && unchecked.length > 0);
  const clear = others.filter(({ status, unchecked }) => status === "notLow" && unchecked.length === 0);
  return (
    <div>
      <Group heading={texts.insufficient} lead={texts.insufficientLead(year)} verdicts={insufficient} open />
      <Group
        heading={texts.notFullyChecked}
        verdicts={partly}
        note={(verdict) =>
          texts.unchecked({ criteria: verdict.unchecked, year: uncheckedYear(verdict, identification) })
        }
      />
      <Group heading={texts.notLow} verdicts={clear} />
    </div>
  );
}

interface GroupProps {
  readonly heading: string;
  readonly lead?: string;
  readonly verdicts: readonly Verdict[];
  readonly note?: (verdict: Verdict) => string;
  readonly open?: boolean;
}

function Group({ heading, lead, verdicts, note, open = false }: GroupProps) {
  const styles = useScreensStyles();
  if (verdicts.length === 0) return null;
  return (
    <Disclosure summary={`${heading}: ${verdicts.length}`} open={open}>
      {lead !== undefined && <p className={styles.muted}>{lead}</p>}
      <ul className={styles.list}>
        {verdicts.map((verdict) => (
          <li key={verdict.schoolKey}>
            {documentName(verdict.school)}
            {note !== undefined && <div className={styles.small}>{note(verdict)}</div>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
