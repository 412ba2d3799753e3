import type { Recovery } from "../../../excel/recovery";
import { useLaterTexts } from "../../later-texts";
import { Message } from "./Message";
import { useMessagesStyles } from "./Messages.styles";

/** What became of a run that was broken off before the workbook was read. */
export function RecoveredNote({ recovery: { outcome, removed } }: { readonly recovery: Recovery }) {
  const styles = useMessagesStyles();
  const { recovered: texts } = useLaterTexts();
  if (outcome === "nothing") return null;
  return (
    <div role="status" className={styles.above}>
      <Message intent="info">{outcome === "finished" ? texts.finished : texts.undone(removed)}</Message>
    </div>
  );
}
