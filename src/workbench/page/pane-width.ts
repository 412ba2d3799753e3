/** Excel's task pane can be made as narrow as this; wider than that it would hide the grid. */
const LEAST = 320;
const MOST = 620;
const STEP = 20;

/** The edge between grid and pane: dragged, or moved by the arrow keys, as the focusable separator of WAI-ARIA. */
export function wirePaneWidth(edge: HTMLElement, pane: HTMLElement): void {
  let width = 350;
  const set = (wanted: number): void => {
    width = Math.round(Math.min(Math.max(wanted, LEAST), MOST));
    pane.style.width = `${width}px`;
    edge.setAttribute("aria-valuenow", String(width));
  };
  edge.setAttribute("aria-valuemin", String(LEAST));
  edge.setAttribute("aria-valuemax", String(MOST));
  set(width);
  edge.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") set(width + STEP);
    if (key === "ArrowRight") set(width - STEP);
  });
  edge.addEventListener("pointerdown", (down) => {
    edge.setPointerCapture(down.pointerId);
    const [from, before] = [down.clientX, width];
    const move = ({ clientX }: PointerEvent): void => {
      set(before + from - clientX);
    };
    edge.addEventListener("pointermove", move);
    edge.addEventListener(
      "lostpointercapture",
      () => {
        edge.removeEventListener("pointermove", move);
      },
      { once: true },
    );
  });
}
