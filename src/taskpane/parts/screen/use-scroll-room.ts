import { useLayoutEffect, useState, type RefObject } from "react";

/** Between what has the focus and the bar, CSS pixels: the mark of the focus is outside its element. */
const GAP = 8;
/** A bar higher than this part of the pane would leave no room for what it is about. */
const HIGHEST = 1 / 3;

/**
 * Keeps what has the focus from under a bar that stays at an edge of the pane: the page scrolls as much further as the
 * bar is high, whatever its words, the zoom and the size of the system's text.
 * @returns whether the bar leaves enough room to stay in sight
 */
export function useScrollRoom(bar: RefObject<HTMLElement>, edge: "top" | "bottom"): boolean {
  const [fits, setFits] = useState(true);
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return undefined;
    const property = edge === "top" ? "scrollPaddingTop" : "scrollPaddingBottom";
    const { style } = document.documentElement;
    const measure = (): void => {
      const low = element.offsetHeight <= window.innerHeight * HIGHEST;
      // what is at the top says why nothing happened, and stays however high it is
      style[property] = low || edge === "top" ? `${element.offsetHeight + GAP}px` : "";
      setFits(low);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener("resize", measure);
    measure();
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
      style[property] = "";
    };
  }, [bar, edge]);
  return fits;
}
