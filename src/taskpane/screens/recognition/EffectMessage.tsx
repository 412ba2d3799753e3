import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { Message } from "../../parts/messages/Message";
import { useRecognitionTexts, type Effect } from "./use-recognition";

/** Takes the focus: the form that was used may be gone with its table. */
export function EffectMessage({ shown, onUndo }: { readonly shown: Effect; readonly onUndo: () => void }) {
  const texts = useRecognitionTexts();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.focus();
  }, [shown]);
  const { sheet, before, after, undone } = shown;
  return (
    <div ref={ref} tabIndex={-1}>
      <Message intent={after === 0 ? "warning" : "success"}>
        {undone ? texts.taken(sheet, before, after) : texts.effect(sheet, before, after)}{" "}
        {!undone && (
          <Button size="small" onClick={onUndo}>
            {texts.undo}
          </Button>
        )}
      </Message>
    </div>
  );
}
