import { useStore } from "zustand";
import type { Grid } from "../../../domain/grid";
import { addedFiles } from "../../../excel/files/added-files";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { CellLink } from "../../parts/links/CellLink";
import { hasResults, type Found } from "../../state/pane-state";
import type { Pane } from "../../state/use-pane";
import { useScreensStyles } from "../screens.styles";
import { CorrectionList } from "./CorrectionList";
import { EffectMessage } from "./EffectMessage";
import { sourceOf, TableDetails } from "./TableDetails";
import { UnreadSheet } from "./UnreadSheet";
import { correctingOf, correctionsOf, effect, useRecognitionTexts } from "./use-recognition";

interface Props {
  readonly pane: Pane;
  readonly found: Found;
}

/** What the last correction did, all corrections, and sheets that were not understood. */
export function ReadingSection({ pane, found }: Props) {
  const styles = useScreensStyles();
  const texts = useRecognitionTexts();
  const { shown } = useStore(effect);
  const { grids } = useStore(addedFiles);
  const correcting = correctingOf(pane, found);
  const list = correctionsOf(found);
  const unread = unreadSheets(found, grids);
  // where the screen with the tables is not reached, what is wrong with them is corrected here
  const idle = hasResults(found)
    ? []
    : found.prepared.analysis.reading.tables.filter(({ address }) => address !== "");
  if (list.length === 0 && unread.length === 0 && idle.length === 0 && shown === null) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.subheading}>{texts.heading}</h3>
      {shown !== null && (
        <EffectMessage
          shown={shown}
          onUndo={() => {
            correcting.restore(shown);
          }}
        />
      )}
      {list.length > 0 && (
        <Disclosure summary={`${texts.remembered}: ${list.length}`}>
          <CorrectionList
            list={list}
            used={found.prepared.analysis.reading.corrected ?? []}
            onUndo={correcting.undo}
          />
        </Disclosure>
      )}
      {idle.length > 0 && (
        <ul className={styles.list}>
          {idle.map((table) => (
            <li key={`${table.file ?? ""} ${table.sheet} ${table.address}`} className={styles.card}>
              <span>
                {texts.idle}: <CellLink source={sourceOf(table)} onSelect={pane.select} />
              </span>
              <TableDetails pane={pane} found={found} table={table} />
            </li>
          ))}
        </ul>
      )}
      {unread.length > 0 && (
        <Disclosure summary={`${texts.unread}: ${unread.length}`}>
          <p className={styles.text}>{texts.unreadLead}</p>
          {unread.map(({ grid, file }) => (
            <UnreadSheet
              key={`${file ?? ""}/${grid.sheet}`}
              grid={grid}
              {...(file === undefined ? {} : { file })}
              onCorrect={correcting.correct}
            />
          ))}
        </Disclosure>
      )}
    </section>
  );
}

/** Sheets with cells and without a table; a sheet that the user put aside is one as well, undone by its correction. */
function unreadSheets(
  { prepared: { snapshot, analysis } }: Found,
  files: readonly Grid[],
): readonly Unread[] {
  const { tables, corrected = [] } = analysis.reading;
  const read = new Set(tables.map(({ sheet, file }) => `${file ?? ""}/${sheet}`));
  const list = snapshot.corrections?.list ?? [];
  for (const { id, at, change } of list)
    if (change.kind === "notResults" && corrected.includes(id)) read.add(`${at.file ?? ""}/${at.sheet}`);
  const own = snapshot.grids.map((grid): Unread => ({ grid }));
  const added = files.flatMap((grid): Unread[] =>
    grid.file === undefined ? [] : [{ grid, file: grid.file }],
  );
  return [...own, ...added].filter(({ grid, file = "" }) => !read.has(`${file}/${grid.sheet}`));
}

interface Unread {
  readonly grid: Grid;
  readonly file?: string;
}
