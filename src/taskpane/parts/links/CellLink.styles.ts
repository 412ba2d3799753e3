import { makeStyles, tokens } from "@fluentui/react-components";

export const useCellLinkStyles = makeStyles({
  link: {
    lineHeight: "inherit",
    textAlign: "left",
    overflowWrap: "anywhere",
    // 24 px to press, as WCAG 2.2 asks; lines of text stay where they are
    paddingTop: tokens.spacingVerticalXXS,
    paddingBottom: tokens.spacingVerticalXXS,
  },
});
