import { useStore } from "zustand";
import type { Source } from "../../../domain/problem";
import type { Settings } from "../../../domain/settings";
import { checkJob, runCheck } from "../../../excel/jobs/check-job";
import type { Prepared } from "../../../excel/jobs/create-roadmap";
import type { WorkbookPort, WrittenSheet } from "../../../excel/port";
import { useLaterTexts } from "../../later-texts";
import { CellLink } from "../../parts/links/CellLink";
import { FailureMessage } from "../../parts/messages/FailureMessage";
import { Message } from "../../parts/messages/Message";
import { useShowsRun } from "../../parts/progress/shown-runs";
import { StopButton } from "../../parts/progress/StopButton";
import { WriteButton } from "../../parts/progress/WriteButton";
import { useScreensStyles } from "../screens.styles";

interface Props {
  readonly port: WorkbookPort;
  /** Those that the pane shows: the sheet says the same, also before the workbook has kept them. */
  readonly shown: Settings;
  /** The workbook was read anew. */
  readonly onChecked: (prepared: Prepared, written: readonly WrittenSheet[]) => void;
  readonly onSelect: (source: Source) => void;
}

/** All problems on the sheet «Проверка данных»; its state is shared with the ribbon's button. */
export function CheckSection({ port, shown, onChecked, onSelect }: Props) {
  const styles = useScreensStyles();
  const { check } = useLaterTexts();
  const { phase, outcome, error } = useStore(checkJob);
  useShowsRun(phase === "running" ? "check" : null);
  const sheet = outcome?.written[0]?.name;
  const run = async (): Promise<void> => {
    await runCheck(port, shown);
    const after = checkJob.getState();
    if (after.phase === "finished" && after.outcome !== undefined) {
      const { prepared, written } = after.outcome;
      onChecked(prepared, written);
    }
  };
  return (
    <>
      <p className={styles.muted}>{check.lead}</p>
      <div className={styles.buttons}>
        <WriteButton size="small" disabled={phase === "running"} onClick={() => void run()}>
          {phase === "running" ? check.running : check.run}
        </WriteButton>
        {phase === "running" && <StopButton />}
      </div>
      {phase === "failed" && error !== undefined && <FailureMessage error={error} />}
      {phase === "finished" && outcome !== undefined && sheet !== undefined && (
        <Message intent="success">
          {outcome.problems.length === 0 ? check.none : check.done(outcome.problems.length)}{" "}
          <CellLink source={{ sheet, address: "A1" }} onSelect={onSelect}>
            {check.sheet(sheet)}
          </CellLink>
        </Message>
      )}
    </>
  );
}
