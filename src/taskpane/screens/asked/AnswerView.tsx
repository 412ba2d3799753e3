import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { useStore } from "zustand";
import { labelsOf } from "../../../domain/results/corrections/make";
import type { ReadTable } from "../../../domain/results/result";
import { Message } from "../../parts/messages/Message";
import type { Found } from "../../state/pane-state";
import type { Pane } from "../../state/use-pane";
import { CorrectForm } from "../recognition/CorrectForm";
import { EffectMessage } from "../recognition/EffectMessage";
import { RangeForm } from "../recognition/RangeForm";
import { correctingOf, effect, gridAt, resultsAt } from "../recognition/use-recognition";
import { useScreensStyles } from "../screens.styles";
import type { Answer } from "./answer";
import { useAskedTexts } from "./texts";

interface Props {
  readonly pane: Pane;
  readonly found: Found;
  readonly sheet: string;
  readonly answer: Answer;
}

/** What was done, with a way to take it back; or what is to be told first. */
export function AnswerView({ pane, found, sheet, answer }: Props) {
  const styles = useScreensStyles();
  const texts = useAskedTexts();
  const { shown } = useStore(effect);
  // a form of this screen has done it too, once there is an effect newer than the answer
  const [before] = useState(() => (answer.kind === "applied" ? null : shown));
  const correcting = correctingOf(pane, found);
  if (shown !== null && shown !== before)
    return (
      <EffectMessage
        shown={shown}
        onUndo={() => {
          correcting.restore(shown);
        }}
      />
    );
  switch (answer.kind) {
    case "applied":
      return null;
    case "nothing":
    case "made":
      return <Message intent="info">{texts[answer.kind](sheet)}</Message>;
    case "empty":
    case "noLabels":
      return <Message intent="info">{texts[answer.kind]}</Message>;
    case "tell":
      return (
        <div className={styles.section}>
          <p className={styles.text}>{texts.tell}</p>
          <RangeForm grid={answer.grid} range={answer.range} onCorrect={correcting.correct} />
        </div>
      );
    case "already":
      return (
        <div className={styles.section}>
          <p className={styles.text}>
            {texts.already(answer.table.address, resultsAt(found.prepared, answer.table))}
          </p>
          <TableForm pane={pane} found={found} table={answer.table} />
        </div>
      );
    case "part":
      return (
        <div className={styles.section}>
          <p className={styles.text}>{texts.part(answer.table.address)}</p>
          <div>
            <Button
              onClick={() => {
                correcting.correct(answer.table, { kind: "notResults" });
              }}
            >
              {texts.wholeTable(answer.table.address)}
            </Button>
          </div>
          <TableForm pane={pane} found={found} table={answer.table} />
        </div>
      );
  }
}

function TableForm({ pane, found, table }: Pick<Props, "pane" | "found"> & { readonly table: ReadTable }) {
  const grid = gridAt(found, table);
  if (grid === undefined) return null;
  return (
    <CorrectForm
      table={table}
      labels={labelsOf(grid, table.header) ?? []}
      onCorrect={correctingOf(pane, found).correct}
    />
  );
}
