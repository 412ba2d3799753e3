import { useLaterTexts } from "../later-texts";
import { Busy } from "../parts/progress/Busy";
import { useUnshownRun } from "../parts/progress/shown-runs";
import { useAppStyles } from "./App.styles";

/** What is written meanwhile, where the screen does not say so itself: no button waits without a word. */
export function BusyLine() {
  const styles = useAppStyles();
  const { busy } = useLaterTexts();
  const writer = useUnshownRun();
  return (
    <div className={writer === null ? undefined : styles.line}>
      <Busy label={writer === null ? null : busy.line(writer)} />
    </div>
  );
}
