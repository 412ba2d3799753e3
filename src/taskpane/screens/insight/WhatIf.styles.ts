import { makeStyles, tokens } from "@fluentui/react-components";

export const useWhatIfStyles = makeStyles({
  /** The threshold in use stands out by its border and says so; colour alone says nothing. */
  used: { border: `2px solid ${tokens.colorBrandStroke1}` },
  top: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  school: { fontWeight: tokens.fontWeightSemibold },
});
