import { Field, Input } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Measure } from "../../../domain/measures/measure";
import { allTags } from "../../../domain/measures/tag-names";
import { useLaterTexts } from "../../later-texts";
import { sectionKey, type Candidate, type MixFilter } from "./mix";
import { WholeSelect } from "../../parts/choice/WholeSelect";
import { useTemplatesStyles } from "./Templates.styles";

interface Props {
  readonly all: readonly Candidate[];
  readonly filter: MixFilter;
  readonly onChange: (filter: MixFilter) => void;
}

const LEVELS: readonly Measure["level"][] = ["municipality", "school"];

/** What narrows the list of measures; sections and tags are those that are there. */
export function MixFilters({ all, filter, onChange }: Props) {
  const styles = useTemplatesStyles();
  const { mix: texts } = useLaterTexts();
  const templates = new Map(all.map(({ template }) => [template.id, template.name]));
  const ofTemplate = all.filter(({ template }) => ["", template.id].includes(filter.template));
  const sections = new Map(
    ofTemplate.map((candidate) => [
      sectionKey(candidate),
      candidate.section.title === "" ? texts.untitled : candidate.section.title,
    ]),
  );
  const tags = allTags.filter((tag) => all.some(({ measure }) => measure.tags.includes(tag)));
  return (
    <div className={styles.form}>
      <Field label={texts.search}>
        <Input
          type="search"
          value={filter.search}
          onChange={(_, { value }) => {
            onChange({ ...filter, search: value });
          }}
        />
      </Field>
      <Choice
        label={texts.template}
        value={filter.template}
        onChange={(template) => {
          onChange({ ...filter, template, section: "" });
        }}
      >
        {[...templates].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice
        label={texts.section}
        value={filter.section}
        onChange={(section) => {
          onChange({ ...filter, section });
        }}
      >
        {[...sections].map(([key, title]) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </Choice>
      <Choice
        label={texts.tag}
        value={filter.tag}
        onChange={(value) => {
          onChange({ ...filter, tag: tags.find((tag) => tag === value) ?? "" });
        }}
      >
        {tags.map((tag) => (
          <option key={tag} value={tag}>
            {texts.tagName(tag)}
          </option>
        ))}
      </Choice>
      <Choice
        label={texts.level}
        value={filter.level}
        onChange={(value) => {
          onChange({ ...filter, level: LEVELS.find((level) => level === value) ?? "" });
        }}
      >
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {texts.levelName(level)}
          </option>
        ))}
      </Choice>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

/** A list of choice whose first entry does not narrow. */
function Choice({ label, value, onChange, children }: ChoiceProps) {
  const { mix: texts } = useLaterTexts();
  return (
    <Field label={label}>
      <WholeSelect
        value={value}
        onChange={(_, data) => {
          onChange(data.value);
        }}
      >
        <option value="">{texts.all}</option>
        {children}
      </WholeSelect>
    </Field>
  );
}
