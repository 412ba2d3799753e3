import { makeStyles, tokens } from "@fluentui/react-components";

export const useMessagesStyles = makeStyles({
  /** Above a screen, as wide as what is in it. */
  above: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0` },
  list: { margin: `${tokens.spacingVerticalXS} 0`, paddingLeft: tokens.spacingHorizontalL },
});
