import { Button } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { Source } from "../../../domain/problem";
import type { Choice } from "../../../domain/regeneration/merge";
import type { ConflictChoice } from "../../../excel/jobs/job";
import type { SheetConflicts } from "../../../excel/jobs/update-tasks";
import { useLaterTexts } from "../../later-texts";
import { CellLink } from "../../parts/links/CellLink";
import { Screen } from "../../parts/screen/Screen";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import { useConflictsStyles } from "./Conflicts.styles";

interface Props {
  readonly sheets: readonly SheetConflicts[];
  /** Null: nothing is to be written. */
  readonly onResolve: (choose: ConflictChoice | null) => void;
  readonly onSelect: (source: Source) => void;
}

const CHOICES: readonly Choice[] = ["mine", "theirs"];
const keyOf: (...conflict: Parameters<ConflictChoice>) => string = (sheet, { id, column }) =>
  [sheet, id, column].join("\n");

/** So many conflicts are shown at first, and so many more at each press; «everywhere» means the others too. */
const PAGE = 30;

function firstOf(sheets: readonly SheetConflicts[], count: number): readonly SheetConflicts[] {
  let left = count;
  return sheets.flatMap(({ sheet, conflicts }) => {
    const first = conflicts.slice(0, left);
    left -= first.length;
    return first.length === 0 ? [] : [{ sheet, conflicts: first }];
  });
}

/** Cells that the user and the new edition changed differently: which text stands is chosen one by one, or for all. */
export function ConflictsScreen({ sheets, onResolve, onSelect }: Props) {
  const styles = useScreensStyles();
  const own = useConflictsStyles();
  const { roadmap, actions } = useTexts();
  const [shown, setShown] = useState(PAGE);
  const { conflicts: texts } = useLaterTexts();
  // the user's text unless said otherwise: what was typed is never lost by mere pressing on
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const all = sheets.flatMap(({ sheet, conflicts }) => conflicts.map((conflict) => keyOf(sheet, conflict)));
  const choose = (key: string, choice: Choice): void => {
    const next = new Set(theirs);
    if (choice === "theirs") next.add(key);
    else next.delete(key);
    setTheirs(next);
  };
  return (
    <Screen
      heading={roadmap.conflictsHeading}
      actions={
        <>
          <Button
            appearance="primary"
            onClick={() => {
              onResolve((sheet, conflict) => (theirs.has(keyOf(sheet, conflict)) ? "theirs" : "mine"));
            }}
          >
            {texts.proceed}
          </Button>
          <Button
            appearance="subtle"
            onClick={() => {
              onResolve(null);
            }}
          >
            {texts.cancel}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{texts.lead(all.length)}</p>
      <div className={own.buttons}>
        <Button
          onClick={() => {
            setTheirs(new Set());
          }}
        >
          {texts.allMine}
        </Button>
        <Button
          onClick={() => {
            setTheirs(new Set(all));
          }}
        >
          {texts.allTheirs}
        </Button>
      </div>
      {firstOf(sheets, shown).map(({ sheet, conflicts }) => (
        <section key={sheet} className={styles.section}>
          <h3 className={styles.subheading}>{sheet}</h3>
          {conflicts.map((conflict) => {
            const key = keyOf(sheet, conflict);
            return (
              <Conflict
                key={key}
                source={{ sheet, address: conflict.now }}
                texts={{ mine: conflict.mine, theirs: conflict.theirs }}
                chosen={theirs.has(key) ? "theirs" : "mine"}
                onChoose={(choice) => {
                  choose(key, choice);
                }}
                onSelect={onSelect}
              />
            );
          })}
        </section>
      ))}
      {all.length > shown && (
        <Button
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          {actions.more(Math.min(PAGE, all.length - shown))}
        </Button>
      )}
    </Screen>
  );
}

interface ConflictProps {
  readonly source: Source;
  readonly texts: Readonly<Record<Choice, string>>;
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice) => void;
  readonly onSelect: (source: Source) => void;
}

function Conflict({ source, texts: both, chosen, onChoose, onSelect }: ConflictProps) {
  const own = useConflictsStyles();
  const { conflicts: texts } = useLaterTexts();
  const name = useId();
  return (
    <fieldset className={own.conflict}>
      <legend>
        <CellLink source={source} onSelect={onSelect} />
      </legend>
      {CHOICES.map((choice) => (
        <label key={choice} className={own.choice}>
          <input
            type="radio"
            name={name}
            checked={chosen === choice}
            onChange={() => {
              onChoose(choice);
            }}
          />
          <span>
            <strong>{texts[choice]}</strong>{" "}
            <span className={own.text}>{both[choice] === "" ? texts.blank : both[choice]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
