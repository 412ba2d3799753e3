import { Button } from "@fluentui/react-components";
import { useStore } from "zustand";
import { changedSheets } from "../../excel/edits/changed-sheets";
import { edits } from "../../excel/edits/edits";
import type { Snapshot } from "../../excel/port";
import { useLaterTexts } from "../later-texts";
import { Message } from "../parts/messages/Message";
import { useTexts } from "../texts";
import { useAppStyles } from "./App.styles";

interface Props {
  readonly snapshot: Snapshot;
  /** As for `changedSheets`. */
  readonly counts?: (own: string) => boolean;
  readonly onRead: () => void;
  /** Of the bar while it says something; it takes no room else. */
  readonly className?: string;
}

/**
 * Says that what is shown was read before somebody changed the workbook. Its text is made anew when another sheet joins,
 * not at each key, so that it is told once.
 */
export function StaleBar({ snapshot, counts, onRead, className }: Props) {
  const styles = useAppStyles();
  const { actions } = useTexts();
  const { stale } = useLaterTexts();
  const text = useStore(edits, (heard) => {
    const changed = changedSheets(snapshot, heard, counts);
    return changed.length === 0 ? "" : stale.text(changed);
  });
  return (
    <div role="status" className={text === "" ? styles.announcer : className}>
      {text !== "" && (
        <Message intent="info">
          {text}{" "}
          <Button size="small" onClick={onRead}>
            {actions.readAgain}
          </Button>
        </Message>
      )}
    </div>
  );
}
