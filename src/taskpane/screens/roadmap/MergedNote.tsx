import type { Source } from "../../../domain/problem";
import type { MergedSheet } from "../../../excel/jobs/update-tasks";
import { CellLink } from "../../parts/links/CellLink";
import { Message } from "../../parts/messages/Message";
import { useTexts } from "../../texts";

interface Props {
  readonly merged: MergedSheet;
  readonly onSelect: (source: Source) => void;
}

/** What an update did to a sheet that the user had edited: figures, and the cells to look at. */
export function MergedNote({ merged, onSelect }: Props) {
  const { roadmap: texts } = useTexts();
  const { sheet, kept, arrived, conflicts, dropped, stateLost } = merged;
  const link = (address: string) => (
    <CellLink source={{ sheet, address }} onSelect={onSelect}>
      {address}
    </CellLink>
  );
  return (
    <Message intent={conflicts.length > 0 || stateLost ? "warning" : "info"}>
      {texts.merged(sheet, kept, arrived)}
      {stateLost && <> {texts.mergedStateLost}</>}
      {conflicts.length > 0 && !stateLost && (
        <details>
          <summary>
            {texts.mergedConflicts} {conflicts.length}
          </summary>
          <ul>
            {conflicts.map(({ address, theirs }) => (
              <li key={address}>
                {link(address)} {theirs}
              </li>
            ))}
          </ul>
        </details>
      )}
      {dropped.length > 0 && (
        <div>
          {texts.mergedDropped}{" "}
          {dropped.map((address) => (
            <span key={address}>{link(address)} </span>
          ))}
        </div>
      )}
    </Message>
  );
}
