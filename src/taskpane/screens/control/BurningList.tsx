import { Button, Field, Link } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { burningByWho, burningOf } from "../../../domain/monitoring/burning";
import { stateOf } from "../../../domain/monitoring/status";
import type { ExecutionRow } from "../../../domain/monitoring/read-roadmap";
import { NOBODY } from "../../../domain/monitoring/responsible";
import type { Source } from "../../../domain/problem";
import { controlPaneTexts } from "../../../locales/control-pane";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { CellLink } from "../../parts/links/CellLink";
import { Message } from "../../parts/messages/Message";
import { WholeSelect } from "../../parts/choice/WholeSelect";
import { useLocale } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import { useControlStyles } from "./Control.styles";

interface Props {
  readonly rows: readonly ExecutionRow[];
  readonly today: string;
  readonly onSelect: (source: Source) => void;
}

/** So many at once; the rest on demand. */
const PAGE = 20;

/** What burns: overdue and near measures with links to their cells, of everybody or of one. */
export function BurningList({ rows, today, onSelect }: Props) {
  const styles = useScreensStyles();
  const own = useControlStyles();
  const texts = controlPaneTexts(useLocale());
  const field = useRef<HTMLDivElement>(null);
  const [who, setWho] = useState<string | null>(null);
  const all = burningByWho(rows, today);
  const chosen = all.some((each) => each.who === who) ? who : null;
  const { overdue, soon } = burningOf(rows, today, chosen);
  const nameOf = (name: string): string => (name === NOBODY ? texts.nobody : name);
  const undated = rows.filter((row) => stateOf({ ...row, today }) === "noDue");
  // kept apart: that nothing is overdue cannot be said of them
  const noDue = undated.length > 0 && (
    <Disclosure summary={texts.noDue(undated.length)}>
      <p className={styles.muted}>{texts.noDueLead}</p>
      <Measures rows={undated} today={today} onSelect={onSelect} />
    </Disclosure>
  );
  if (all.length === 0)
    return (
      <>
        <Message intent="success">{texts.calm}</Message>
        {noDue}
      </>
    );
  return (
    <>
      <div ref={field}>
        <Field label={texts.who}>
          <WholeSelect
            value={chosen ?? ""}
            onChange={(_, { value }) => {
              setWho(value === "" ? null : value);
            }}
          >
            <option value="">{texts.everybody}</option>
            {all.map((each) => (
              <option key={each.who} value={each.who}>
                {nameOf(each.who)}
              </option>
            ))}
          </WholeSelect>
        </Field>
      </div>
      {overdue.length > 0 && (
        <Disclosure key={`overdue ${chosen ?? ""}`} open summary={texts.overdue(overdue.length)}>
          <Measures rows={overdue} today={today} onSelect={onSelect} />
        </Disclosure>
      )}
      {soon.length > 0 && (
        <Disclosure key={`soon ${chosen ?? ""}`} open summary={texts.soon(soon.length)}>
          <Measures rows={soon} today={today} onSelect={onSelect} />
        </Disclosure>
      )}
      {noDue}
      <Disclosure summary={texts.byWho}>
        <p className={styles.muted}>{texts.byWhoLead}</p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{texts.columns.who}</th>
              <th scope="col">{texts.columns.overdue}</th>
              <th scope="col">{texts.columns.soon}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((each) => (
              <tr key={each.who}>
                <th scope="row">
                  <Link
                    as="button"
                    inline
                    className={own.who}
                    onClick={() => {
                      setWho(each.who);
                      field.current?.querySelector("select")?.focus();
                    }}
                  >
                    {nameOf(each.who)}
                  </Link>
                </th>
                <td className={own.number}>{each.overdue}</td>
                <td className={own.number}>{each.soon}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </>
  );
}

/** The cell of the status, where what was done is entered. */
const placeOf = ({ cells, places }: ExecutionRow): string => cells.status ?? places.measure ?? "A1";

/** Whole days from one ISO day to another; negative where it is over. */
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

function Measures({ rows, today, onSelect }: Props) {
  const styles = useScreensStyles();
  const texts = controlPaneTexts(useLocale());
  const [shown, setShown] = useState(PAGE);
  const left = rows.length - shown;
  return (
    <>
      <ul className={styles.list}>
        {rows.slice(0, shown).map((row) => (
          <li
            key={`${row.sheet} ${row.number} ${row.due ?? ""} ${row.cells.status ?? ""}`}
            className={styles.card}
          >
            <CellLink source={{ sheet: row.sheet, address: placeOf(row) }} onSelect={onSelect}>
              {texts.item(
                row.number.replace(/\.$/, ""),
                row.due,
                row.due === null ? 0 : daysBetween(today, row.due),
              )}
            </CellLink>
            <span>{row.text}</span>
            <span className={styles.small}>{texts.place(row.sheet, placeOf(row))}</span>
            <span className={styles.small}>
              {[row.school ?? "", ...row.responsible].filter(Boolean).join(", ")}
            </span>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button
          size="small"
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {texts.more(Math.min(left, PAGE))}
        </Button>
      )}
    </>
  );
}
