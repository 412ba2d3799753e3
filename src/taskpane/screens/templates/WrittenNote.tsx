import type { Source } from "../../../domain/problem";
import { workbookErrorText } from "../../../locales/workbook-errors";
import { useLaterTexts } from "../../later-texts";
import { CellLink } from "../../parts/links/CellLink";
import { Message } from "../../parts/messages/Message";
import { useLocale } from "../../texts";
import type { Written } from "./use-templates";

interface Props {
  readonly written: Written;
  readonly onSelect: (source: Source) => void;
}

/** What became of the last template that was to be written; told to a screen reader as well. */
export function WrittenNote({ written, onSelect }: Props) {
  const locale = useLocale();
  const { templates: texts } = useLaterTexts();
  return (
    <div role="status">
      {written.kind === "done" && (
        <Message intent="success">
          <CellLink source={{ sheet: written.sheet, address: "A1" }} onSelect={onSelect}>
            {texts.written(written.sheet)}
          </CellLink>
        </Message>
      )}
      {written.kind === "exists" && <Message intent="warning">{texts.exists}</Message>}
      {written.kind === "failed" && (
        <Message intent="error">
          {workbookErrorText(written.error.code, locale, written.error.detail)}
        </Message>
      )}
    </div>
  );
}
