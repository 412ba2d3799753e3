import { makeStyles, tokens } from "@fluentui/react-components";

export const useConflictsStyles = makeStyles({
  conflict: {
    minWidth: 0,
    margin: 0,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  choice: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "start",
    paddingTop: tokens.spacingVerticalXS,
    cursor: "pointer",
    "& > input": { accentColor: tokens.colorBrandBackground },
  },
  text: { display: "block", whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
