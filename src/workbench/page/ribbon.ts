import { element } from "./dom";
import type { Button, Ribbon } from "./manifest";
import { TEXTS } from "./texts";

/** Draws the tab of the manifest: groups, labels, icons, commands. */
export function drawRibbon(target: HTMLElement, ribbon: Ribbon, press: (button: Button) => void): void {
  const tab = element(
    "button",
    { type: "button", role: "tab", "aria-selected": "true", class: "tab" },
    ribbon.tab,
  );
  const groups = ribbon.groups.map(({ label, buttons }) =>
    element(
      "div",
      { class: "group", role: "group", "aria-label": label },
      element("div", { class: "group-buttons" }, ...buttons.map((button) => drawButton(button, press))),
      element("div", { class: "group-label", "aria-hidden": "true" }, label),
    ),
  );
  target.replaceChildren(
    element("div", { class: "tabs", role: "tablist", "aria-label": TEXTS.ribbon }, tab),
    element("div", { class: "groups", role: "tabpanel", "aria-label": ribbon.tab }, ...groups),
  );
}

function drawButton(button: Button, press: (button: Button) => void): HTMLButtonElement {
  const { id, label, title, description, icon } = button;
  const made = element(
    "button",
    { type: "button", class: "command", "data-id": id, title: `${title}\n${description}` },
    element("img", { src: icon, alt: "", width: "32", height: "32" }),
    element("span", {}, label),
  );
  made.addEventListener("click", () => {
    press(button);
  });
  return made;
}
