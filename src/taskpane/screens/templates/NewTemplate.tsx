import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { composeTemplate } from "../../../domain/measures/compose";
import type { RoadmapTemplate } from "../../../domain/measures/measure";
import { ownTemplateId } from "../../../domain/measures/templates";
import { copyOf } from "../../../excel/jobs/templates";
import { useLaterTexts } from "../../later-texts";
import { useWriter } from "../../parts/progress/use-writer";
import { useScreensStyles } from "../screens.styles";
import { LONGEST_NAME, readName } from "./template-name";
import { useTemplatesStyles } from "./Templates.styles";
import { WholeSelect } from "../../parts/choice/WholeSelect";
import type { LoadedTemplate } from "./use-templates";

interface Props {
  readonly templates: readonly LoadedTemplate[];
  readonly onCreate: (template: RoadmapTemplate) => Promise<boolean>;
}

/** «Новый шаблон»: a copy of one that is there, or an empty table. */
export function NewTemplate({ templates, onCreate }: Props) {
  const styles = useScreensStyles();
  const own = useTemplatesStyles();
  const { templates: texts } = useLaterTexts();
  const [typed, setTyped] = useState("");
  const [from, setFrom] = useState<string>(templates[0]?.id ?? "");
  const [wrong, setWrong] = useState(false);
  const writer = useWriter();
  const create = async (): Promise<void> => {
    const name = readName(typed);
    setWrong(name === null);
    if (name === null) return;
    const id = ownTemplateId(name);
    const base = templates.find((loaded) => loaded.id === from)?.template ?? null;
    const made = await onCreate(base === null ? composeTemplate([], { id, name }) : copyOf(base, name));
    if (made) setTyped("");
  };
  return (
    <section className={styles.section}>
      <h3 className={styles.subheading}>{texts.newHeading}</h3>
      <form
        className={own.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (writer === null) void create();
        }}
      >
        <Field
          label={texts.name}
          hint={texts.nameHint}
          {...(wrong ? { validationMessage: texts.nameWrong, validationState: "error" as const } : {})}
        >
          <Input
            value={typed}
            maxLength={LONGEST_NAME}
            onChange={(_, { value }) => {
              setTyped(value);
            }}
          />
        </Field>
        <Field label={texts.from}>
          <WholeSelect
            value={from}
            onChange={(_, { value }) => {
              setFrom(value);
            }}
          >
            {templates.map(({ id, name, template }) =>
              template === null ? null : (
                <option key={id} value={id}>
                  {name}
                </option>
              ),
            )}
            <option value="">{texts.empty}</option>
          </WholeSelect>
        </Field>
        <div className={own.buttons}>
          <Button type="submit" disabledFocusable={writer !== null}>
            {texts.create}
          </Button>
        </div>
      </form>
    </section>
  );
}
