import type { Recovery } from "../../../excel/recovery";
import { useLaterTexts } from "../../later-texts";
import { Message } from "./Message";
import { useMessagesStyles } from "./Messages.styles";

/** So many places are named. */
const LISTED = 10;

/** What became of a run that was broken off before the workbook was read. */
export function RecoveredNote({
  recovery: { outcome, removed, left = [], locked = [] },
}: {
  readonly recovery: Recovery;
}) {
  const styles = useMessagesStyles();
  const { recovered: texts } = useLaterTexts();
  const whole = left.length + locked.length === 0;
  if (outcome === "nothing" && whole) return null;
  return (
    <div role="status" className={styles.above}>
      {locked.length > 0 && <Message intent="warning">{texts.locked(locked)}</Message>}
      {left.length > 0 && (
        <Message intent="warning">
          {texts.left}
          <ul className={styles.list}>
            {left.slice(0, LISTED).map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
          {left.length > LISTED && `${texts.more(left.length - LISTED)} `}
          {texts.leftNext}
        </Message>
      )}
      {outcome === "undone" && <Message intent="info">{texts.undone(removed)}</Message>}
      {outcome === "finished" && whole && <Message intent="info">{texts.finished}</Message>}
    </div>
  );
}
