import { Field } from "@fluentui/react-components";
import type { Problem } from "../../../domain/problem";
import { problemMessage } from "../../../locales/problems";
import { WholeSelect } from "../../parts/choice/WholeSelect";
import { useLocale, useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";

interface Props {
  /** All that the data name. */
  readonly municipalities: readonly string[];
  readonly chosen: string | null;
  readonly problems: readonly Problem[];
  readonly onChange: (municipality: string | null) => void;
}

/** Of a regional file: whose schools are to be judged, and how many results are left out by that. */
export function MunicipalityChoice({ municipalities, chosen, problems, onChange }: Props) {
  const styles = useScreensStyles();
  const { files: texts } = useTexts();
  const locale = useLocale();
  const others = problems.find(({ code }) => code === "municipalityOthers");
  const options =
    chosen === null || municipalities.includes(chosen) ? municipalities : [chosen, ...municipalities];
  return (
    <div>
      <Field label={texts.municipality}>
        <WholeSelect
          value={chosen ?? ""}
          onChange={(_, { value }) => {
            onChange(value === "" ? null : value);
          }}
        >
          <option value="">{texts.all(municipalities.length)}</option>
          {options.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </WholeSelect>
      </Field>
      {others !== undefined && <p className={styles.muted}>{problemMessage(others, locale)}</p>}
    </div>
  );
}
