import { makeStyles } from "@fluentui/react-components";

export const useBusyStyles = makeStyles({
  /** It waits for its text and takes no room between what stands around it. */
  idle: { position: "absolute" },
});
