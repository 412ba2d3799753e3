import type { PaneTexts } from "../../locales/ru/pane";
import type { StartView } from "./start";

export function startHeading({ kind, data, roadmaps }: StartView, { start }: PaneTexts): string {
  switch (kind) {
    case "empty":
      return start.emptyHeading;
    case "data":
      return data.length === 0 ? start.heading : start.dataHeading(data.length);
    case "made": {
      const period = roadmaps[0]?.period ?? null;
      return start.madeHeading(roadmaps.length, period === null ? null : start.period(period));
    }
    case "looking":
    case "unknown":
      return start.heading;
  }
}

/** What a screen reader is told of the workbook as soon as it was looked at: the first screen does not take the focus. */
export function startAnnouncement(view: StartView, texts: PaneTexts): string {
  const { kind, data, unfinished, over, primary } = view;
  if (kind === "looking" || kind === "unknown") return "";
  const { start } = texts;
  const next = over === null ? start.next[primary] : start.over(over);
  const names = kind === "data" ? data.map(({ name }) => name).join(", ") : "";
  const parts = [`${startHeading(view, texts)}.`, names, unfinished ? start.unfinished : "", next];
  return parts.filter((part) => part !== "").join(" ");
}
