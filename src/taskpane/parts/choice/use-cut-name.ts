import { useLayoutEffect, useState, type RefObject } from "react";

/** The name that a closed list shows, where its place is too narrow for the whole of it; null where it fits. */
export function useCutName(list: RefObject<HTMLSelectElement>): string | null {
  const [cut, setCut] = useState<string | null>(null);
  const [, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setWidth(element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [list]);
  // each time that it is drawn: the choice, the choices or the width may be others
  useLayoutEffect(() => {
    const element = list.current;
    const name = element?.selectedOptions[0]?.text ?? "";
    setCut(element !== null && widthOf(name, element) > roomIn(element) ? name : null);
  });
  return cut;
}

function roomIn(list: HTMLSelectElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(list);
  return list.clientWidth - (parseFloat(paddingLeft) || 0) - (parseFloat(paddingRight) || 0);
}

/** As the list would write it: text inside of a list has no width of its own to ask for. */
function widthOf(name: string, list: HTMLSelectElement): number {
  const probe = document.createElement("span");
  probe.textContent = name;
  Object.assign(probe.style, {
    position: "fixed",
    visibility: "hidden",
    whiteSpace: "pre",
    font: getComputedStyle(list).font,
  });
  document.body.append(probe);
  const { offsetWidth } = probe;
  probe.remove();
  return offsetWidth;
}
