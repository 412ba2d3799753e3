import { Button } from "@fluentui/react-components";
import type { Source } from "../../../domain/problem";
import { useLaterTexts } from "../../later-texts";
import { CellLink } from "../../parts/links/CellLink";
import { ProblemList } from "../../parts/problems/ProblemList";
import { WriteButton } from "../../parts/progress/WriteButton";
import { useScreensStyles } from "../screens.styles";
import { useTemplatesStyles } from "./Templates.styles";
import type { LoadedTemplate } from "./use-templates";

interface Props {
  readonly loaded: LoadedTemplate;
  readonly used: boolean;
  /** Puts it into the workbook; the roadmap is made from it then. */
  readonly onPut: () => void;
  readonly onUse: () => void;
  readonly onSelect: (source: Source) => void;
}

/** A template: how much is in it, where it stands, what is wrong in its table, what can be done with it. */
export function TemplateCard({ loaded, used, onPut, onUse, onSelect }: Props) {
  const styles = useScreensStyles();
  const own = useTemplatesStyles();
  const { templates: texts } = useLaterTexts();
  const { name, sheet, template, problems } = loaded;
  const rows = template?.sections.flatMap(({ measures }) => measures);
  const indicators = rows?.filter(({ indicator }) => indicator !== undefined).length ?? 0;
  return (
    <li className={styles.card}>
      <h4 className={styles.name}>{name}</h4>
      {sheet !== null && (
        <span>
          <CellLink source={{ sheet, address: "A1" }} onSelect={onSelect}>
            {sheet}
          </CellLink>
        </span>
      )}
      <span className={styles.muted}>
        {rows === undefined ? texts.unreadable : texts.amount(rows.length - indicators, indicators)}
      </span>
      {problems.length > 0 && <ProblemList problems={problems} onSelect={onSelect} />}
      {used && <strong>{texts.used}</strong>}
      <div className={own.buttons}>
        {sheet === null && (
          <WriteButton size="small" label={used ? texts.put(name) : texts.putAndUse(name)} onClick={onPut}>
            {used ? texts.putShort : texts.putAndUseShort}
          </WriteButton>
        )}
        {!used && template !== null && (
          <Button size="small" appearance="subtle" aria-label={texts.use(name)} onClick={onUse}>
            {texts.useShort}
          </Button>
        )}
      </div>
    </li>
  );
}
