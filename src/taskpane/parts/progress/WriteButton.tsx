import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useLaterTexts } from "../../later-texts";
import { useWriter } from "./use-writer";

interface Props {
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly appearance?: "primary" | "secondary" | "subtle";
  readonly size?: "small";
  /** For whoever does not see what stands around it. */
  readonly label?: string;
  /** There is nothing to write yet. */
  readonly disabled?: boolean;
}

/** A button that writes into the workbook: while something else does, it waits and says for what. */
export function WriteButton({ onClick, children, appearance, size, label, disabled = false }: Props) {
  const { busy } = useLaterTexts();
  const writer = useWriter();
  const waits = writer !== null || disabled;
  return (
    <Button
      {...(appearance === undefined ? {} : { appearance })}
      {...(size === undefined ? {} : { size })}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...(writer === null ? {} : { title: busy.line(writer) })}
      disabledFocusable={waits}
      onClick={() => {
        if (!waits) onClick();
      }}
    >
      {children}
    </Button>
  );
}
