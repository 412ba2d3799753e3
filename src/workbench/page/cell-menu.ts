import { element } from "./dom";
import type { Button } from "./manifest";
import { TEXTS } from "./texts";
import { own } from "../../xlsx/own";

/** From the pointer. */
const GAP = 2;

/**
 * The menu of a cell with the add-in's own commands, by the right button or by its key; the grid has none of its own. A
 * right click selects first where the grid does so, and leaves a selection that it falls into.
 */
export function wireCellMenu(
  grid: HTMLElement,
  buttons: readonly Button[],
  press: (button: Button) => void,
): void {
  if (buttons.length === 0) return;
  const menu = element("div", { class: "cell-menu", role: "menu", "aria-label": TEXTS.cellMenu, hidden: "" });
  let before: Element | null = null;
  const close = (): void => {
    if (menu.hidden) return;
    menu.hidden = true;
    if (before instanceof HTMLElement) before.focus();
  };
  menu.append(...buttons.map((button) => drawItem(button, close, press)));
  document.body.append(menu);
  grid.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    before = document.activeElement;
    menu.hidden = false;
    place(menu, event.clientX, event.clientY);
    itemsOf(menu)[0]?.focus();
  });
  menu.addEventListener("keydown", (event) => {
    moveByKey(menu, event, close);
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!(target instanceof Node) || !menu.contains(target)) close();
  });
  window.addEventListener("blur", close); // a click into the pane, which is a frame
}

function drawItem(button: Button, close: () => void, press: (button: Button) => void): HTMLButtonElement {
  const { id, label, description, icon } = button;
  const item = element(
    "button",
    { type: "button", role: "menuitem", tabindex: "-1", "data-id": id, title: description },
    element("img", { src: icon, alt: "", width: "20", height: "20" }),
    element("span", {}, label),
  );
  item.addEventListener("click", () => {
    close();
    press(button);
  });
  return item;
}

const itemsOf = (menu: HTMLElement): HTMLButtonElement[] => [...menu.querySelectorAll("button")];

/** Beside the pointer, never under it: the grid must see the button released, else it goes on selecting. */
function place(menu: HTMLElement, x: number, y: number): void {
  const { width, height } = menu.getBoundingClientRect();
  const beside = (at: number, size: number, whole: number): number =>
    at + GAP + size <= whole ? at + GAP : Math.max(0, at - GAP - size);
  menu.style.left = `${beside(x, width, window.innerWidth)}px`;
  menu.style.top = `${beside(y, height, window.innerHeight)}px`;
}

/** Arrows go round, Home and End to the ends, Escape and Tab leave. */
function moveByKey(menu: HTMLElement, event: KeyboardEvent, close: () => void): void {
  const items = itemsOf(menu);
  const at = items.findIndex((item) => item === document.activeElement);
  const next: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const index = own(next, event.key);
  if (index !== undefined) items[index]?.focus();
  else if (event.key === "Escape" || event.key === "Tab") close();
  else return;
  event.preventDefault();
}
