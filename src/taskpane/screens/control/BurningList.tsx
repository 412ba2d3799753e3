import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { burningByWho, burningOf } from "../../../domain/monitoring/burning";
import type { ExecutionRow } from "../../../domain/monitoring/read-roadmap";
import { NOBODY } from "../../../domain/monitoring/responsible";
import type { Source } from "../../../domain/problem";
import { controlPaneTexts } from "../../../locales/control-pane";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { CellLink } from "../../parts/links/CellLink";
import { Message } from "../../parts/messages/Message";
import { useLocale } from "../../texts";
import { useScreensStyles } from "../screens.styles";

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
  const texts = controlPaneTexts(useLocale());
  const [who, setWho] = useState<string | null>(null);
  const all = burningByWho(rows, today);
  const chosen = all.some((each) => each.who === who) ? who : null;
  const { overdue, soon } = burningOf(rows, today, chosen);
  const nameOf = (name: string): string => (name === NOBODY ? texts.nobody : name);
  if (all.length === 0) return <Message intent="success">{texts.calm}</Message>;
  return (
    <>
      <Field label={texts.who}>
        <Select
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
        </Select>
      </Field>
      {overdue.length > 0 && (
        <Disclosure key={`overdue ${chosen ?? ""}`} open summary={texts.overdue(overdue.length)}>
          <Measures rows={overdue} onSelect={onSelect} />
        </Disclosure>
      )}
      {soon.length > 0 && (
        <Disclosure key={`soon ${chosen ?? ""}`} open summary={texts.soon(soon.length)}>
          <Measures rows={soon} onSelect={onSelect} />
        </Disclosure>
      )}
      <Disclosure summary={texts.byWho}>
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
                <td>{nameOf(each.who)}</td>
                <td>{each.overdue}</td>
                <td>{each.soon}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </>
  );
}

function Measures({ rows, onSelect }: Pick<Props, "rows" | "onSelect">) {
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
            <CellLink
              source={{ sheet: row.sheet, address: row.cells.status ?? row.places.measure ?? "A1" }}
              onSelect={onSelect}
            >
              {texts.item(row.number.replace(/\.$/, ""), row.due ?? "")}
            </CellLink>
            <span>{row.text}</span>
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
