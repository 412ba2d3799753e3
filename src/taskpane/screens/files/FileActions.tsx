import { useState } from "react";
import type { Analysis } from "../../../domain/analysis";
import { toWorkbookError } from "../../../excel/runs/errors";
import { copySheets, sheetsToCopy } from "../../../excel/files/copy-sheets";
import { removeFile } from "../../../excel/files/remove-file";
import type { WorkbookError, WorkbookPort } from "../../../excel/port";
import { FailureMessage } from "../../parts/messages/FailureMessage";
import { Message } from "../../parts/messages/Message";
import { Busy } from "../../parts/progress/Busy";
import { WriteButton } from "../../parts/progress/WriteButton";
import { useSettingsStyles } from "../../parts/settings/Settings.styles";
import { useRecognitionTexts } from "../recognition/use-recognition";

interface Props {
  readonly port: WorkbookPort;
  readonly file: string;
  readonly analysis: Analysis;
  /** Reads the workbook anew. */
  readonly onChanged: () => Promise<void>;
}

/** What can be done with an added file: forget it, or have its sheets of schools in the workbook too. */
export function FileActions({ port, file, analysis, onChanged }: Props) {
  const styles = useSettingsStyles();
  const texts = useRecognitionTexts();
  const [busy, setBusy] = useState<"copying" | "removing" | null>(null);
  const [failure, setFailure] = useState<WorkbookError | null>(null);
  const [copied, setCopied] = useState("");
  const run = async (what: NonNullable<typeof busy>, work: () => Promise<void>): Promise<void> => {
    setBusy(what);
    setFailure(null);
    try {
      await work();
      await onChanged();
    } catch (error) {
      setFailure(toWorkbookError(error));
    } finally {
      setBusy(null);
    }
  };
  const copy = async (): Promise<void> => {
    const written = await copySheets(port, file, analysis);
    setCopied(written.map(({ name }) => `«${name}»`).join(", "));
  };
  return (
    <>
      <div className={styles.buttons}>
        {sheetsToCopy(file, analysis).length > 0 && (
          <WriteButton
            size="small"
            disabled={busy !== null}
            label={texts.copy(file)}
            onClick={() => void run("copying", copy)}
          >
            {texts.copyShort}
          </WriteButton>
        )}
        <WriteButton
          size="small"
          disabled={busy !== null}
          label={texts.remove(file)}
          onClick={() => void run("removing", () => removeFile(port, file))}
        >
          {texts.removeShort}
        </WriteButton>
      </div>
      <Busy label={busy === null ? null : texts[busy]} run="files" />
      {failure !== null && <FailureMessage error={failure} />}
      {copied !== "" && <Message intent="success">{texts.copied(copied)}</Message>}
    </>
  );
}
