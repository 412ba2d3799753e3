import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { isOwnTemplateId, type AnyTemplateId } from "../../../domain/measures/templates";
import type { RoadmapTemplate } from "../../../domain/measures/measure";
import { defaultStart } from "../../../domain/measures/plan-start";
import type { Source } from "../../../domain/problem";
import type { Settings } from "../../../domain/settings";
import type { Prepared } from "../../../excel/jobs/create-roadmap";
import type { WorkbookPort } from "../../../excel/port";
import { useLaterTexts } from "../../later-texts";
import { Message } from "../../parts/messages/Message";
import { WriteButton } from "../../parts/progress/WriteButton";
import { Screen } from "../../parts/screen/Screen";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import { MixScreen } from "./MixScreen";
import { NewTemplate } from "./NewTemplate";
import { TemplateCard } from "./TemplateCard";
import { useLoadedTemplates, useTemplateWriting, type LoadedTemplate } from "./use-templates";
import { WrittenNote } from "./WrittenNote";

interface Props {
  readonly port: WorkbookPort;
  readonly prepared: Prepared;
  /** Absent where there are no results to make a roadmap for. */
  readonly onCreate: (() => void) | undefined;
  readonly onBack: () => void;
  readonly onChange: (settings: Settings) => void;
  /** `change`: of the settings, which is kept. */
  readonly onReread: (change?: Partial<Settings>) => Promise<void>;
  readonly onSelect: (source: Source) => void;
}

/** «Шаблоны мероприятий»: built-in and own templates, new ones, and one composed of several. */
export function TemplatesScreen({ port, prepared, onCreate, onBack, onChange, onReread, onSelect }: Props) {
  const styles = useScreensStyles();
  const { templates: texts } = useLaterTexts();
  const { actions } = useTexts();
  const { snapshot, settings, analysis } = prepared;
  const [mixing, setMixing] = useState(false);
  const [chosen, setChosen] = useState<AnyTemplateId | null>(null);
  const loaded = useLoadedTemplates(snapshot);
  const { written, write } = useTemplateWriting(port, onReread);
  // deadlines of the table are written for the plan that the roadmap is made for
  const year = analysis.identification.year ?? new Date().getFullYear();
  const writeIt = (template: RoadmapTemplate, change?: Partial<Settings>): Promise<boolean> =>
    write(template, settings.start ?? defaultStart(template, year), change);
  // chosen on this screen, and the settings have it: the roadmap is the next thing to do
  const ready = chosen === settings.templateId ? chosen : null;
  const create = ready === null ? undefined : onCreate;
  const note = <WrittenNote written={written} chosen={ready} onSelect={onSelect} />;
  if (mixing && loaded !== null && loaded !== "failed")
    return (
      <MixScreen
        key="mix"
        templates={loaded}
        note={note}
        onBack={() => {
          setMixing(false);
        }}
        onMake={async (template) => {
          if (await writeIt(template)) setMixing(false);
        }}
      />
    );
  const card = (item: LoadedTemplate) => (
    <TemplateCard
      key={item.id}
      loaded={item}
      used={item.id === settings.templateId}
      onPut={() => {
        if (item.template === null) return;
        setChosen(item.id);
        void writeIt(item.template, { templateId: item.id });
      }}
      onUse={() => {
        setChosen(item.id);
        onChange({ ...settings, templateId: item.id });
      }}
      onSelect={onSelect}
    />
  );
  return (
    <Screen
      key="templates"
      heading={texts.heading}
      actions={
        <>
          {create !== undefined && (
            <WriteButton appearance="primary" onClick={create}>
              {actions.create}
            </WriteButton>
          )}
          <Button
            appearance={create === undefined ? "primary" : "secondary"}
            disabled={loaded === null || loaded === "failed"}
            onClick={() => {
              setMixing(true);
            }}
          >
            {texts.mix}
          </Button>
          <Button onClick={onBack}>{texts.back}</Button>
        </>
      }
    >
      <p className={styles.text}>{texts.lead}</p>
      {note}
      {loaded === null && <p className={styles.muted}>{texts.loading}…</p>}
      {loaded === "failed" && <Message intent="error">{texts.broken}</Message>}
      {loaded !== null && loaded !== "failed" && (
        <>
          <TemplateList title={texts.own} none={texts.ownNone}>
            {loaded.filter(({ id }) => isOwnTemplateId(id)).map(card)}
          </TemplateList>
          <TemplateList title={texts.builtIn}>
            {loaded.filter(({ id }) => !isOwnTemplateId(id)).map(card)}
          </TemplateList>
          <NewTemplate templates={loaded} onCreate={writeIt} />
        </>
      )}
    </Screen>
  );
}

interface ListProps {
  readonly title: string;
  readonly none?: string;
  readonly children: readonly React.JSX.Element[];
}

function TemplateList({ title, none, children }: ListProps) {
  const styles = useScreensStyles();
  return (
    <section className={styles.section}>
      <h3 className={styles.subheading}>{title}</h3>
      {children.length === 0 ? (
        <p className={styles.muted}>{none}</p>
      ) : (
        <ul className={styles.list}>{children}</ul>
      )}
    </section>
  );
}
