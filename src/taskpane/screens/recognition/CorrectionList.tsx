import { Button } from "@fluentui/react-components";
import type { Correction } from "../../../domain/results/corrections/correction";
import { columnIndex, parseArea } from "../../../domain/results/corrections/area";
import { columnName } from "../../../domain/grid";
import { procedureTitle } from "../../../domain/results/procedure";
import { useScreensStyles } from "../screens.styles";
import { useRecognitionTexts } from "./use-recognition";

interface Props {
  readonly list: readonly Correction[];
  /** Ids of those that are used now; null: all are. */
  readonly used: readonly string[] | null;
  readonly onUndo: (correction: Correction) => void;
}

/** Corrections with their sheets, each with a button to take it back. */
export function CorrectionList({ list, used, onUndo }: Props) {
  const styles = useScreensStyles();
  const texts = useRecognitionTexts();
  return (
    <ul className={styles.list}>
      {list.map((correction) => {
        const { id, at, change } = correction;
        const letters = lettersOf(correction);
        const procedure = change.kind === "procedure" ? ` ${procedureTitle(change.procedure)}` : "";
        const what = `«${at.sheet}»: ${texts.told(change, letters)}${procedure}`;
        const idle = used !== null && !used.includes(id);
        return (
          <li key={id}>
            {what}
            {idle && ` (${texts.unused})`}{" "}
            <Button
              size="small"
              aria-label={texts.undoOf(what)}
              onClick={() => {
                onUndo(correction);
              }}
            >
              {texts.undo}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** Columns of a correction where its table stood. */
function lettersOf({ at, change }: Correction): string {
  const left = parseArea(at.header)?.left ?? columnIndex("A");
  if (change.kind === "role") return columnName(left + change.column);
  if (change.kind !== "year" && change.kind !== "procedure") return "";
  return (change.columns ?? []).map((column) => columnName(left + column)).join(", ");
}
