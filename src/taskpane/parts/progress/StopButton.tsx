import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { askToStop, beginRun } from "../../../excel/requests";
import { useTexts } from "../../texts";

/**
 * Stops what goes on before its next request; what was begun is taken back. A wish to stop is over with the run that
 * showed this button: it must not stop whatever comes next.
 */
export function StopButton() {
  const { files } = useTexts();
  const [asked, setAsked] = useState(false);
  useEffect(() => beginRun, []);
  return (
    <Button
      size="small"
      disabledFocusable={asked}
      onClick={() => {
        setAsked(true);
        askToStop();
      }}
    >
      {files.stop}
    </Button>
  );
}
