import { Button } from "@fluentui/react-components";
import { removalLabel } from "../../locales/removal-label";
import { useLocale, useTexts } from "../texts";
import { useAppStyles } from "./App.styles";

interface Props {
  readonly onControl: () => void;
  /** Absent where the workbook cannot do it. */
  readonly onFunctions?: (() => void) | undefined;
  readonly onRemoval?: (() => void) | undefined;
}

/** Made of docs/guide.ru.md by the build. */
const GUIDE = "guide.html";

/** What is beside the three steps. */
export function Footer({ onControl, onFunctions, onRemoval }: Props) {
  const styles = useAppStyles();
  const { actions } = useTexts();
  const locale = useLocale();
  return (
    <footer className={styles.footer}>
      <Button size="small" appearance="transparent" as="a" href={GUIDE} target="_blank" rel="noopener">
        {actions.guide}
      </Button>
      <Link onClick={onControl}>{actions.control}</Link>
      {onFunctions !== undefined && <Link onClick={onFunctions}>{actions.functions}</Link>}
      {onRemoval !== undefined && <Link onClick={onRemoval}>{removalLabel(locale)}</Link>}
    </footer>
  );
}

function Link({ onClick, children }: { readonly onClick: () => void; readonly children: string }) {
  return (
    <Button size="small" appearance="transparent" onClick={onClick}>
      {children}
    </Button>
  );
}
