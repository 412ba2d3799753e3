import { makeStyles, tokens } from "@fluentui/react-components";

export const useFunctionsStyles = makeStyles({
  // beside the mark of the section, not under it
  name: { display: "inline-flex", flexDirection: "column", verticalAlign: "top", width: "calc(100% - 20px)" },
  purpose: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
});
