import { Button } from "@fluentui/react-components";
import { useEffect, useId, useRef } from "react";
import { removalPaneTexts } from "../../../locales/removal-pane";
import { WriteButton } from "../../parts/progress/WriteButton";
import { useLocale } from "../../texts";
import { useScreensStyles } from "../screens.styles";

interface Props {
  readonly names: readonly string[];
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** The question before what cannot be undone; the focus is on the way out of it. */
export function Confirm({ names, onYes, onNo }: Props) {
  const texts = removalPaneTexts(useLocale());
  const styles = useScreensStyles();
  const [heading, text] = [useId(), useId()];
  const no = useRef<HTMLElement | null>(null);
  useEffect(() => {
    no.current?.focus();
  }, []);
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent): void => {
      if (key === "Escape") onNo();
    };
    document.addEventListener("keydown", leave);
    return () => {
      document.removeEventListener("keydown", leave);
    };
  }, [onNo]);
  return (
    <section role="alertdialog" aria-labelledby={heading} aria-describedby={text} className={styles.card}>
      <h3 id={heading} className={styles.subheading}>
        {texts.askHeading(names.length)}
      </h3>
      <div id={text} className={styles.section}>
        <p className={styles.text}>{texts.ask}</p>
        <ul className={styles.bullets}>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        <p className={styles.text}>{texts.noReturn}</p>
      </div>
      <div className={styles.buttons}>
        <Button
          ref={(element: HTMLElement | null) => {
            no.current = element;
          }}
          onClick={onNo}
        >
          {texts.no}
        </Button>
        <WriteButton appearance="primary" onClick={onYes}>
          {texts.yes}
        </WriteButton>
      </div>
    </section>
  );
}
