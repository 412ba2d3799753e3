import { makeStyles, tokens } from "@fluentui/react-components";

export const useStepsStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 4fr) minmax(0, 4fr) minmax(0, 5fr)",
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  step: {
    width: "100%",
    height: "100%",
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    border: "none",
    borderTop: `3px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover:not(:disabled)": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
      borderRadius: tokens.borderRadiusMedium,
    },
    ":disabled": { cursor: "default", color: tokens.colorNeutralForeground3 },
  },
  // high contrast knows no colours of ours: the current step keeps a mark of the system's
  current: {
    borderTopColor: tokens.colorBrandStroke1,
    "@media (forced-colors: active)": { borderTopColor: "Highlight", borderTopWidth: "6px" },
  },
  done: { borderTopColor: tokens.colorPaletteGreenBorderActive },
  attention: { borderTopColor: tokens.colorPaletteDarkOrangeBorderActive },
  // the brand's plain blue has less than 4.5:1 on the dark ground of a step under the pointer
  currentName: { color: tokens.colorCompoundBrandForeground1Hover },
  name: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  state: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
});
