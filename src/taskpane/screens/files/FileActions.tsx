import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Analysis } from "../../../domain/analysis";
import { toWorkbookError } from "../../../excel/errors";
import { copySheets, sheetsToCopy } from "../../../excel/files/copy-sheets";
import { removeFile } from "../../../excel/files/remove-file";
import type { WorkbookPort } from "../../../excel/port";
import { workbookErrorText } from "../../../locales/workbook-errors";
import { Message } from "../../parts/messages/Message";
import { useSettingsStyles } from "../../parts/settings/Settings.styles";
import { useLocale } from "../../texts";
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
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const [copied, setCopied] = useState("");
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure("");
    try {
      await work();
      await onChanged();
    } catch (error) {
      const { code, detail } = toWorkbookError(error);
      setFailure(workbookErrorText(code, locale, detail));
    } finally {
      setBusy(false);
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
          <Button
            size="small"
            disabledFocusable={busy}
            aria-label={texts.copy(file)}
            onClick={() => void run(copy)}
          >
            {texts.copyShort}
          </Button>
        )}
        <Button
          size="small"
          disabledFocusable={busy}
          aria-label={texts.remove(file)}
          onClick={() => void run(() => removeFile(port, file))}
        >
          {texts.removeShort}
        </Button>
      </div>
      {failure !== "" && <Message intent="error">{failure}</Message>}
      {copied !== "" && <Message intent="success">{texts.copied(copied)}</Message>}
    </>
  );
}
