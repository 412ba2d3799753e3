import { Button } from "@fluentui/react-components";
import { useRef } from "react";
import { noticeText } from "../../locales/notices";
import { Message } from "../parts/messages/Message";
import { useScrollRoom } from "../parts/screen/use-scroll-room";
import type { Notice } from "../state/pane-state";
import { useLocale, useTexts } from "../texts";
import { useAppStyles } from "./App.styles";

interface NoticeProps {
  readonly notice: Notice;
  readonly onDismiss: () => void;
}

/** A small failure beside the main work. */
export function NoticeBar({ notice, onDismiss }: NoticeProps) {
  const styles = useAppStyles();
  const { failures, actions } = useTexts();
  const locale = useLocale();
  const bar = useRef<HTMLDivElement>(null);
  useScrollRoom(bar, "top");
  return (
    <div ref={bar} role="alert" className={styles.notice}>
      <Message intent="error" title={`${failures[notice.about]}.`}>
        {noticeText(notice.about, notice.error.code, locale)}{" "}
        <Button size="small" onClick={onDismiss}>
          {actions.dismiss}
        </Button>
      </Message>
    </div>
  );
}
