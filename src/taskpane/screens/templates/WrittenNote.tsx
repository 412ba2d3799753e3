import { useEffect, useRef } from "react";
import { templateName, type AnyTemplateId } from "../../../domain/measures/templates";
import type { Source } from "../../../domain/problem";
import { useLaterTexts } from "../../later-texts";
import { CellLink } from "../../parts/links/CellLink";
import { FailureMessage } from "../../parts/messages/FailureMessage";
import { Message } from "../../parts/messages/Message";
import { Busy } from "../../parts/progress/Busy";
import type { Written } from "./use-templates";

interface Props {
  readonly written: Written;
  /** The template that was chosen here; null where none was. */
  readonly chosen: AnyTemplateId | null;
  readonly onSelect: (source: Source) => void;
}

/** What became of the last template that was to be written; told to a screen reader as well. */
export function WrittenNote({ written, chosen, onSelect }: Props) {
  const { templates: texts } = useLaterTexts();
  const note = useRef<HTMLDivElement>(null);
  // the button that was pressed may be far below, and goes: what comes of it is brought into sight; who types stays there
  const told = written.kind !== "none" || chosen !== null;
  const begins = written.kind === "busy" || written.kind === "none";
  useEffect(() => {
    if (told && isFree(begins)) note.current?.focus();
  }, [told, begins, written, chosen]);
  return (
    <div ref={note} tabIndex={-1}>
      <Busy label={written.kind === "busy" ? texts.writing : null} run="templates" />
      <div role="status">
        {written.kind === "done" && (
          <Message intent="success">
            <CellLink source={{ sheet: written.sheet, address: "A1" }} onSelect={onSelect}>
              {texts.written(written.sheet)}
            </CellLink>
            {chosen !== null && ` ${texts.chosen(templateName(chosen))}`}
          </Message>
        )}
        {written.kind === "none" && chosen !== null && (
          <Message intent="success">{texts.chosen(templateName(chosen))}</Message>
        )}
        {written.kind === "exists" && <Message intent="warning">{texts.exists}</Message>}
        {written.kind === "failed" && <FailureMessage error={written.error} />}
      </div>
    </div>
  );
}

/** Whether the focus may be taken: nothing has it, or, as a writing begins, the button that was pressed for it. */
function isFree(begins: boolean): boolean {
  const { activeElement } = document;
  return (
    activeElement === null ||
    activeElement === document.body ||
    (begins && activeElement instanceof HTMLButtonElement)
  );
}
