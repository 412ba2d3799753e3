import { Spinner } from "@fluentui/react-components";
import { StopButton } from "./StopButton";

interface Props {
  /** What goes on; null where nothing does. */
  readonly label: string | null;
}

/** What goes on beside what is shown, and a way to stop it; a screen reader is told. */
export function Busy({ label }: Props) {
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
