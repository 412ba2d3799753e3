import { Select } from "@fluentui/react-components";
import { useId } from "react";

interface Props<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly onChoose: (id: Id) => void;
}

/** A fact of the plan that is chosen where it is told. */
export function Choice<Id extends string>({ label, value, options, onChoose }: Props<Id>) {
  const id = useId();
  return (
    <>
      <dt>
        <label htmlFor={id}>{label}</label>
      </dt>
      <dd>
        <Select
          id={id}
          value={value}
          onChange={(_, data) => {
            const chosen = options.find((option) => option.id === data.value);
            if (chosen !== undefined) onChoose(chosen.id);
          }}
        >
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </Select>
      </dd>
    </>
  );
}
