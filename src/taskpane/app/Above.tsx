import { useStore } from "zustand";
import { forgetRecovery, recovered } from "../../excel/unfinished/recovered";
import { RecoveredNote } from "../parts/messages/RecoveredNote";
import { focusHeading } from "../parts/screen/focus-heading";
import { BusyLine } from "./BusyLine";

interface Props {
  /** The screen is about the main run and nothing else. */
  readonly busy: boolean;
}

/** What stands above every screen: what became of a run that was broken off, whoever read it, and what is written. */
export function Above({ busy }: Props) {
  const { last } = useStore(recovered);
  return (
    <>
      <RecoveredNote
        recovery={last}
        onDismiss={() => {
          forgetRecovery();
          focusHeading();
        }}
      />
      {!busy && <BusyLine />}
    </>
  );
}
