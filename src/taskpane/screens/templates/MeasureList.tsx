import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { useLaterTexts } from "../../later-texts";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import type { Candidate } from "./mix";
import { useTemplatesStyles } from "./Templates.styles";

interface Props {
  readonly measures: readonly Candidate[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (measures: readonly Candidate[], on: boolean) => void;
}

/** So many at once; the rest on demand. */
const PAGE = 30;

/** Measures with check boxes: text, then level, tags and section. */
export function MeasureList({ measures, chosen, onChange }: Props) {
  const styles = useScreensStyles();
  const own = useTemplatesStyles();
  const { actions } = useTexts();
  const { mix: texts } = useLaterTexts();
  const [shown, setShown] = useState(PAGE);
  const left = measures.length - shown;
  return (
    <section className={styles.section} aria-label={texts.list}>
      <ul className={styles.list}>
        {measures.slice(0, shown).map((candidate) => (
          <li key={candidate.key}>
            <label className={own.measure}>
              <input
                type="checkbox"
                checked={chosen.has(candidate.key)}
                onChange={({ target }) => {
                  onChange([candidate], target.checked);
                }}
              />
              <span>
                {candidate.measure.text} <span className={styles.small}>{factsOf(candidate)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <div>
          <Button
            size="small"
            onClick={() => {
              setShown(shown + PAGE);
            }}
          >
            {actions.more(Math.min(left, PAGE))}
          </Button>
        </div>
      )}
    </section>
  );

  function factsOf({ template, section, measure }: Candidate): string {
    const parts = [
      template.name,
      section.title,
      texts.levelName(measure.level),
      ...measure.tags.map(texts.tagName),
    ];
    return parts.filter((part) => part !== "").join(" · ");
  }
}
