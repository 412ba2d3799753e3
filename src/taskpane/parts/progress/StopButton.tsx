import { Button } from "@fluentui/react-components";
import { useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import { allStopping, askToStop, underWay } from "../../../excel/runs/runs";
import { useTexts } from "../../texts";
import { focusHeading } from "../screen/focus-heading";

/** Stops what goes on before its next request; what was begun is taken back. What begins later can be stopped anew. */
export function StopButton() {
  const { files } = useTexts();
  const stopping = useStore(underWay, allStopping);
  const button = useRef<HTMLElement | null>(null);
  useLayoutEffect(
    () => () => {
      // it goes with what it stopped, and would take the focus out of the pane
      if (button.current !== null && button.current === document.activeElement) focusHeading();
    },
    [],
  );
  return (
    <Button
      ref={(element: HTMLElement | null) => {
        if (element !== null) button.current = element;
      }}
      size="small"
      disabledFocusable={stopping}
      onClick={() => {
        if (!stopping) askToStop();
      }}
    >
      {stopping ? files.stopping : files.stop}
    </Button>
  );
}
