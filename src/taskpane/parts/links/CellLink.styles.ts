import { makeStyles } from "@fluentui/react-components";

export const useCellLinkStyles = makeStyles({
  link: { lineHeight: "inherit", textAlign: "left", overflowWrap: "anywhere" },
});
