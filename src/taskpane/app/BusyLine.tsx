import { useLaterTexts } from "../later-texts";
import { Busy } from "../parts/progress/Busy";
import { useWriter } from "../parts/progress/use-writer";
import { useAppStyles } from "./App.styles";
import { HOMES, type Place } from "./places";

/** What is written meanwhile, on every screen but the one that says so itself. */
export function BusyLine({ place }: { readonly place: Place }) {
  const styles = useAppStyles();
  const { busy } = useLaterTexts();
  const writer = useWriter();
  const told = writer !== null && HOMES[writer] !== place;
  return (
    <div className={told ? styles.line : undefined}>
      <Busy label={told ? busy.line(writer) : null} />
    </div>
  );
}
