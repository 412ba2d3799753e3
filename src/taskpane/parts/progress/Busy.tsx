import { Spinner } from "@fluentui/react-components";
import type { WriterKind } from "../../../excel/runs";
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
  useShowsRun(label === null ? null : (run ?? null));
  return (
    <>
      <div role="status">{label !== null && <Spinner size="tiny" label={label} />}</div>
      {label !== null && (
        <div>
          <StopButton />
        </div>
      )}
    </>
  );
}
