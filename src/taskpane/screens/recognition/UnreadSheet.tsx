import type { ComponentProps } from "react";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { readingPlace } from "../../parts/problems/fixes";
import { RangeForm } from "./RangeForm";
import { useRecognitionTexts } from "./use-recognition";

/** A sheet on which no table was found, with the form to say where it is. */
export function UnreadSheet(props: ComponentProps<typeof RangeForm>) {
  const texts = useRecognitionTexts();
  const { grid, file } = props;
  return (
    <Disclosure
      reading={readingPlace({ sheet: grid.sheet, file })}
      summary={`${texts.show}: «${grid.sheet}»${file === undefined ? "" : `, ${file}`}`}
    >
      <RangeForm {...props} />
    </Disclosure>
  );
}
