import { makeStyles, tokens } from "@fluentui/react-components";

export const useChoiceStyles = makeStyles({
  whole: {
    display: "block",
    marginTop: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
});
