import { makeStyles, tokens } from "@fluentui/react-components";

/** Of the column that stays in sight. */
const NAMES = "128px";
/** The pane twice as large: that column would cover all the others, so it goes with them. */
const NARROW = "@media (max-width: 240px)";

/** A table wider than the pane scrolls by itself, with the schools' names in sight. */
export const useInsightStyles = makeStyles({
  scroll: {
    overflowX: "auto",
    maxWidth: "100%",
    // a figure that takes the focus comes out from behind the names
    scrollPaddingLeft: `calc(${NAMES} + ${tokens.spacingHorizontalS})`,
    [NARROW]: { scrollPaddingLeft: 0 },
    // what is said to a screen reader only lies in here, not at the right of the page
    position: "relative",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    // the column that stays in sight does not lie over the bar of buttons
    isolation: "isolate",
  },
  map: {
    borderCollapse: "separate",
    borderSpacing: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& th, & td": {
      padding: tokens.spacingVerticalXS,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: "left",
      verticalAlign: "top",
    },
    "& td": { textAlign: "right", minWidth: "52px" },
    "& th": { backgroundColor: tokens.colorNeutralBackground3, fontWeight: tokens.fontWeightSemibold },
    "& thead th": {
      minWidth: "76px",
      maxWidth: "96px",
      verticalAlign: "bottom",
      hyphens: "auto",
      overflowWrap: "break-word",
    },
    "& tbody th, & thead th:first-child": {
      position: "sticky",
      [NARROW]: { position: "static" },
      left: 0,
      zIndex: 1,
      width: NAMES,
      minWidth: NAMES,
      maxWidth: NAMES,
      // words stay whole while they fit; the browser's hyphens before a break without one
      hyphens: "auto",
      overflowWrap: "break-word",
    },
  },
  // of one height whatever it says, so that the map does not jump under the pointer
  told: {
    minHeight: `calc(3 * ${tokens.lineHeightBase200})`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  caption: {
    position: "sticky",
    left: 0,
    padding: tokens.spacingVerticalXS,
    textAlign: "left",
    color: tokens.colorNeutralForeground3,
  },
  figure: {
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    textDecorationLine: "inherit",
    cursor: "pointer",
    minWidth: "24px",
    minHeight: "24px",
    "&:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  // colour repeats what the figure and its weight say; forced colours take it away and nothing is lost
  calm: { backgroundColor: tokens.colorPaletteGreenBackground1 },
  near: { backgroundColor: tokens.colorPaletteYellowBackground1 },
  low: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    fontWeight: tokens.fontWeightBold,
    textDecorationLine: "underline",
  },
  lowest: {
    backgroundColor: tokens.colorPaletteRedBackground2,
    fontWeight: tokens.fontWeightBold,
    textDecorationLine: "underline",
  },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});
