import { Button, Field, Input } from "@fluentui/react-components";
import { useMemo, useState, type ReactNode } from "react";
import { composeTemplate } from "../../../domain/measures/compose";
import type { RoadmapTemplate } from "../../../domain/measures/measure";
import { ownTemplateId } from "../../../domain/measures/templates";
import { useLaterTexts } from "../../later-texts";
import { Message } from "../../parts/messages/Message";
import { WriteButton } from "../../parts/progress/WriteButton";
import { Screen } from "../../parts/screen/Screen";
import { useScreensStyles } from "../screens.styles";
import { candidatesOf, filterMeasures, NO_FILTER, type Candidate } from "./mix";
import { MeasureList } from "./MeasureList";
import { MixFilters } from "./MixFilters";
import { LONGEST_NAME, readName } from "./template-name";
import { useTemplatesStyles } from "./Templates.styles";
import type { LoadedTemplate } from "./use-templates";

interface Props {
  readonly templates: readonly LoadedTemplate[];
  /** What became of the last wish to write. */
  readonly note: ReactNode;
  readonly onBack: () => void;
  readonly onMake: (template: RoadmapTemplate) => Promise<void>;
}

/** «Собрать свой шаблон»: measures picked from all templates make one of the user's own. */
export function MixScreen({ templates, note, onBack, onMake }: Props) {
  const styles = useScreensStyles();
  const own = useTemplatesStyles();
  const { mix: texts, templates: common } = useLaterTexts();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState<"name" | "none" | null>(null);
  const [filter, setFilter] = useState(NO_FILTER);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(() => candidatesOf(templates), [templates]);
  const found = useMemo(() => filterMeasures(all, filter), [all, filter]);
  const change = (keys: readonly Candidate[], on: boolean): void => {
    const next = new Set(chosen);
    for (const { key } of keys) {
      if (on) next.add(key);
      else next.delete(key);
    }
    setChosen(next);
  };
  const make = (): void => {
    const name = readName(typed);
    const picked = all.filter(({ key }) => chosen.has(key));
    const fault = picked.length === 0 ? "none" : name === null ? "name" : null;
    setWrong(fault);
    if (fault === null && name !== null)
      void onMake(composeTemplate(picked, { id: ownTemplateId(name), name }));
  };
  return (
    <Screen
      heading={texts.heading}
      actions={
        <>
          <WriteButton appearance="primary" onClick={make}>
            {texts.make}
          </WriteButton>
          <Button onClick={onBack}>{texts.back}</Button>
        </>
      }
    >
      <p className={styles.text}>{texts.lead}</p>
      {note}
      {wrong === "none" && (
        <div role="alert">
          <Message intent="error">{texts.none}</Message>
        </div>
      )}
      <div className={own.form}>
        <Field
          label={common.name}
          hint={common.nameHint}
          {...(wrong === "name"
            ? { validationMessage: common.nameWrong, validationState: "error" as const }
            : {})}
        >
          <Input
            value={typed}
            maxLength={LONGEST_NAME}
            onChange={(_, { value }) => {
              setTyped(value);
            }}
          />
        </Field>
      </div>
      <MixFilters all={all} filter={filter} onChange={setFilter} />
      <p role="status" className={styles.text}>
        {texts.counts(found.length, chosen.size)}
      </p>
      {found.length === 0 ? (
        <p className={styles.muted}>{texts.nothing}</p>
      ) : (
        <>
          <div className={own.buttons}>
            <Button
              size="small"
              onClick={() => {
                change(found, true);
              }}
            >
              {texts.chooseFound(found.length)}
            </Button>
            <Button
              size="small"
              onClick={() => {
                change(found, false);
              }}
            >
              {texts.dropFound}
            </Button>
          </div>
          <MeasureList measures={found} chosen={chosen} onChange={change} />
        </>
      )}
    </Screen>
  );
}
