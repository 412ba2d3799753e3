import type { ComponentProps } from "react";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { RangeForm } from "./RangeForm";
import { useRecognitionTexts } from "./use-recognition";

/** A sheet on which no table was found, with the form to say where it is. */
export function UnreadSheet(props: ComponentProps<typeof RangeForm>) {
  const texts = useRecognitionTexts();
  const { grid, file } = props;
  return (
    <Disclosure summary={`${texts.show}: «${grid.sheet}»${file === undefined ? "" : `, ${file}`}`}>
      <RangeForm {...props} />
    </Disclosure>
  );
}
