import { makeStyles, tokens } from "@fluentui/react-components";

export const useScreenStyles = makeStyles({
  main: {
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "break-word",
    ":focus": { outline: "none" },
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    // on a low screen the bar leaves room for what it is about: buttons share a row where they fit
    "& > button": { maxWidth: "none", flexGrow: 1 },
  },
  inSight: { position: "sticky", bottom: 0 },
});
