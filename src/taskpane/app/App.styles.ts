import { makeStaticStyles, makeStyles, tokens } from "@fluentui/react-components";

/** The page around the pane. */
export const usePageStyles = makeStaticStyles({
  body: { margin: 0 },
  // a list is as wide as its place, however long its longest choice; a field is not wider than a narrow pane
  ".fui-Select, .fui-Select select, .fui-Input": { minWidth: 0 },
});

/** Excel's own menu of the pane lies over its top right corner. */
const CORNER = "44px";

export const useAppStyles = makeStyles({
  root: { minHeight: "100vh", display: "flex", flexDirection: "column" },
  // scroll bars and native lists of the browser follow the theme
  dark: { colorScheme: "dark" },
  light: { colorScheme: "light" },
  header: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0`,
  },
  title: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    paddingRight: CORNER,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  // the link that was pressed may be far down the page
  notice: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0`,
    // in a low pane, as at 200 %, it leaves half for the screen and is scrolled by itself
    maxHeight: "50vh",
    boxSizing: "border-box",
    overflowY: "auto",
  },
  line: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0` },
  footer: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}` },
  announcer: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});
