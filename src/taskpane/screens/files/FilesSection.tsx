import { Button, ProgressBar } from "@fluentui/react-components";
import { useRef, useState, type ReactNode } from "react";
import { useStore } from "zustand";
import type { Problem } from "../../../domain/problem";
import type { Reading } from "../../../domain/results/result";
import { addedFiles } from "../../../excel/files/added-files";
import { fileFailureText } from "../../../locales/file-failures";
import { AskedHeading } from "../../parts/screen/AskedHeading";
import { Message } from "../../parts/messages/Message";
import { useLocale, useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import { fileFacts } from "./file-facts";

interface Props {
  /** Name of the open workbook: a file cannot have it too. */
  readonly workbook: string;
  readonly reading: Reading;
  readonly problems: readonly Problem[];
  readonly onAdded: () => void;
  /** What can be done with a file that was added. */
  readonly actions: (file: string) => ReactNode;
}

interface Busy {
  readonly file: string;
  readonly done: number;
  readonly stop: AbortController;
}

/** Files whose results count beside the workbook's: adding, progress, what was found in each. */
export function FilesSection({ workbook, reading, problems, onAdded, actions }: Props) {
  const styles = useScreensStyles();
  const { files: texts } = useTexts();
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<Busy | null>(null);
  const [broken, setBroken] = useState(false);
  const { grids, failures = [] } = useStore(addedFiles);
  const facts = fileFacts(reading, problems, grids);

  const add = async (chosen: readonly File[]): Promise<void> => {
    const stop = new AbortController();
    setBroken(false);
    setBusy({ file: chosen[0]?.name ?? "", done: 0, stop });
    try {
      const { addFiles, sourceOf } = await import("../../../excel/files/add-files");
      await addFiles(chosen.map(sourceOf), {
        taken: [workbook],
        signal: stop.signal,
        progress: (file, done) => {
          setBusy({ file, done, stop });
        },
      });
      onAdded();
    } catch {
      if (!stop.signal.aborted) setBroken(true);
    } finally {
      setBusy(null);
    }
  };

  return (
    <section className={styles.section}>
      <AskedHeading kind="files">{texts.heading}</AskedHeading>
      <p className={styles.muted}>{texts.lead}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".xlsx,.xlsm,.xls,.csv"
        aria-label={texts.add}
        onChange={({ target }) => {
          const chosen = Array.from(target.files ?? []);
          target.value = ""; // the same file may be chosen again after it was corrected
          if (chosen.length > 0) void add(chosen);
        }}
      />
      {busy === null ? (
        <div>
          <Button onClick={() => input.current?.click()}>{texts.add}</Button>
        </div>
      ) : (
        <>
          <ProgressBar thickness="large" aria-label={texts.reading(busy.file)} value={busy.done} max={1} />
          <p className={styles.text}>{texts.reading(busy.file)}</p>
          <div>
            <Button
              onClick={() => {
                busy.stop.abort();
              }}
            >
              {texts.stop}
            </Button>
          </div>
        </>
      )}
      <div aria-live="polite">
        {broken && <Message intent="error">{texts.broken}</Message>}
        {failures.map(({ file, code }) => (
          <Message key={file} intent="error" title={file}>
            {fileFailureText(code, locale)}
          </Message>
        ))}
        {facts.length > 0 && (
          <ul className={styles.list}>
            {facts.map(({ file, ...found }) => (
              <li key={file} className={styles.card}>
                <span className={styles.name}>{file}</span>
                <span>{texts.found(found)}</span>
                {actions(file)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
