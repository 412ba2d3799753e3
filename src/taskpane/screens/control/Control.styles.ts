import { makeStyles } from "@fluentui/react-components";

export const useControlStyles = makeStyles({
  number: { textAlign: "right", whiteSpace: "nowrap" },
  who: { textAlign: "left", lineHeight: "inherit", hyphens: "auto" },
});
