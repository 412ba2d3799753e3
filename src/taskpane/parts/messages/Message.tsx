import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface Props {
  readonly intent: "info" | "success" | "warning" | "error";
  readonly title?: string;
  readonly children: ReactNode;
}

/** Fluent names every message by its title: without one it would be named by what is not there. */
const UNTITLED = { role: undefined, "aria-labelledby": undefined } as const;

/** A message in the flow of a screen; the pane's own live region does the announcing. */
export function Message({ intent, title, children }: Props) {
  return (
    <MessageBar
      intent={intent}
      layout="multiline"
      politeness="polite"
      {...(title === undefined ? UNTITLED : {})}
    >
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>}
        {children}
      </MessageBarBody>
    </MessageBar>
  );
}
