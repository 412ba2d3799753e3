import { makeStyles, tokens } from "@fluentui/react-components";

export const useDisclosureStyles = makeStyles({
  root: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  summary: {
    padding: `${tokens.spacingVerticalS} 0`,
    cursor: "pointer",
    fontWeight: tokens.fontWeightSemibold,
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  body: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalM,
  },
});
