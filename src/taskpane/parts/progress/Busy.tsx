import { Spinner } from "@fluentui/react-components";
import type { WriterKind } from "../../../excel/runs/runs";
import { useBusyStyles } from "./Busy.styles";
import { useShowsRun } from "./shown-runs";
import { StopButton } from "./StopButton";

interface Props {
  /** What goes on; null where nothing does. */
  readonly label: string | null;
  /** The writing that it is, where it is one: the pane says nothing of it in a line of its own then. */
  readonly run?: WriterKind | undefined;
}

/** What goes on beside what is shown, and a way to stop it; a screen reader is told. */
export function Busy({ label, run }: Props) {
  const styles = useBusyStyles();
  useShowsRun(label === null ? null : (run ?? null));
  return (
    <>
      <div role="status" className={label === null ? styles.idle : undefined}>
        {label !== null && <Spinner size="tiny" label={label} />}
      </div>
      {label !== null && (
        <div>
          <StopButton />
        </div>
      )}
    </>
  );
}
