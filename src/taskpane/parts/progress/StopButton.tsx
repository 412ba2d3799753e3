import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { askToStop } from "../../../excel/runs";
import { useTexts } from "../../texts";

/** Stops what goes on before its next request; what was begun is taken back. What begins later is not stopped. */
export function StopButton() {
  const { files } = useTexts();
  const [asked, setAsked] = useState(false);
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
