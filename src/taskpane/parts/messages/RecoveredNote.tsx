import { Button } from "@fluentui/react-components";
import type { Recovery } from "../../../excel/recovery";
import { useLaterTexts } from "../../later-texts";
import { useTexts } from "../../texts";
import { Message } from "./Message";
import { useMessagesStyles } from "./Messages.styles";

/** So many places are named, where no content is lost with the others. */
const LISTED = 10;

interface Props {
  /** Null where there is nothing to tell. */
  readonly recovery: Recovery | null;
  readonly onDismiss: () => void;
}

/** What became of a run that was broken off. */
export function RecoveredNote({ recovery, onDismiss }: Props) {
  const styles = useMessagesStyles();
  const { actions } = useTexts();
  return (
    <div className={recovery === null ? undefined : styles.above}>
      <div role="status">{recovery !== null && <Told recovery={recovery} />}</div>
      {recovery !== null && (
        <Button size="small" appearance="subtle" onClick={onDismiss}>
          {actions.dismiss}
        </Button>
      )}
    </div>
  );
}

function Told({ recovery }: { readonly recovery: Recovery }) {
  const { outcome, removed, left = [], locked = [], begun = [], lost = [], overwritten = [] } = recovery;
  const { recovered: texts } = useLaterTexts();
  const whole = left.length + locked.length + lost.length + overwritten.length === 0;
  return (
    <>
      {locked.length > 0 && <Message intent="warning">{texts.locked(locked)}</Message>}
      {begun.length > 0 && <Message intent="warning">{texts.begun(begun)}</Message>}
      {lost.length > 0 && <Message intent="warning">{texts.lost(lost)}</Message>}
      {overwritten.length > 0 && (
        <Message intent="warning">
          {texts.overwritten}
          <Places places={overwritten} listed={Infinity} />
        </Message>
      )}
      {left.length > 0 && (
        <Message intent="warning">
          {texts.left}
          <Places places={left} />
          {texts.leftNext}
        </Message>
      )}
      {outcome === "undone" && begun.length + lost.length + overwritten.length === 0 && (
        <Message intent="info">{texts.undone(removed)}</Message>
      )}
      {outcome === "finished" && whole && <Message intent="info">{texts.finished}</Message>}
    </>
  );
}

interface PlacesProps {
  readonly places: readonly string[];
  readonly listed?: number;
}

function Places({ places, listed = LISTED }: PlacesProps) {
  const styles = useMessagesStyles();
  const { recovered: texts } = useLaterTexts();
  return (
    <>
      <ul className={styles.list}>
        {places.slice(0, listed).map((place) => (
          <li key={place}>{place}</li>
        ))}
      </ul>
      {places.length > listed && `${texts.more(places.length - listed)} `}
    </>
  );
}
