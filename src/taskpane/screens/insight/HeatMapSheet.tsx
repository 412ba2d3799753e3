import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { SchoolYear } from "../../../domain/results/year";
import { toWorkbookError } from "../../../excel/runs/errors";
import type { WorkbookError } from "../../../excel/port";
import { insightPaneTexts } from "../../../locales/insight-pane";
import { FailureMessage } from "../../parts/messages/FailureMessage";
import { Message } from "../../parts/messages/Message";
import { useShowsRun } from "../../parts/progress/shown-runs";
import { StopButton } from "../../parts/progress/StopButton";
import { WriteButton } from "../../parts/progress/WriteButton";
import { useWriter } from "../../parts/progress/use-writer";
import type { Found } from "../../state/pane-state";
import type { Pane } from "../../state/use-pane";
import { useLocale } from "../../texts";
import { useScreensStyles } from "../screens.styles";

interface Props {
  readonly pane: Pane;
  readonly found: Found;
  readonly year: SchoolYear;
}

const load = () => import("../../../excel/jobs/create-heat-map");

/** The map on a sheet of its own, with a native colour scale and a chart. */
export function HeatMapSheet({ pane, found, year }: Props) {
  const styles = useScreensStyles();
  const { heat: texts } = insightPaneTexts(useLocale());
  const [making, setMaking] = useState(false);
  // also where the user left the screen meanwhile and came back
  const busy = useWriter() === "heatMap" || making;
  useShowsRun(busy ? "heatMap" : null);
  const [error, setError] = useState<WorkbookError | null>(null);
  const [sheet, setSheet] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    setMaking(true);
    setError(null);
    setSheet(null);
    try {
      const { createHeatMap } = await load();
      const written = await createHeatMap(pane.port, found.prepared.settings, year);
      setSheet(written?.name ?? null);
      await pane.reread();
    } catch (failure) {
      setError(toWorkbookError(failure));
    }
    setMaking(false);
  };
  return (
    <>
      <div className={styles.buttons}>
        <WriteButton size="small" disabled={busy} onClick={() => void make()}>
          {busy ? texts.writing : texts.sheet}
        </WriteButton>
        {busy && <StopButton />}
      </div>
      <div role="status">
        {error !== null && <FailureMessage error={error} />}
        {sheet !== null && (
          <Message intent="success">
            {texts.written(sheet)}{" "}
            <Button
              size="small"
              onClick={() => {
                pane.select({ sheet, address: "A1" });
              }}
            >
              {texts.open}
            </Button>
          </Message>
        )}
      </div>
    </>
  );
}
