import type { Frame, Page } from "playwright-core";

/** How Tab goes through a screen. */
export interface TabWalk {
  /** Controls that can be reached, each named. */
  readonly controls: number;
  /** Not reached, out of order, without a mark of the focus, or under something else when it has the focus. */
  readonly faults: readonly string[];
}

/** A field of a date is three stops and its calendar one: more presses than that, and the focus is caught somewhere. */
const STOPS = 4;
/** A busy machine scrolls to the focus a moment later: what looks wrong is looked at again. */
const SCROLLED_MS = 200;
const LOOKS = 4;
/** So many faults are no matter of a busy machine. */
const PATIENCE = 10;

/** Goes through the screen by Tab from its beginning until the focus comes out at its end. */
export async function tabThrough(page: Page, frame: Frame): Promise<TabWalk> {
  const controls = await frame.evaluate(mark);
  const faults: string[] = [];
  const reached: number[] = [];
  for (let press = 0; press <= controls.length * STOPS; press++) {
    await page.keyboard.press("Tab");
    let { index, fault } = await frame.evaluate(focusedNow);
    for (let look = 0; fault !== "" && look < LOOKS && faults.length < PATIENCE; look++) {
      await page.waitForTimeout(SCROLLED_MS);
      ({ index, fault } = await frame.evaluate(focusedNow));
    }
    if (index === END) break;
    if (index === reached.at(-1)) continue;
    reached.push(index);
    if (fault !== "") faults.push(`${controls[index] ?? "?"}: ${fault}`);
  }
  await frame.evaluate(unmark);
  for (const [index, name] of controls.entries())
    if (!reached.includes(index)) faults.push(`${name}: not reached`);
  if (reached.some((index, at) => at > 0 && index <= (reached[at - 1] ?? 0)))
    faults.push(`order: ${reached.join(" ")}`);
  return { controls: controls.length, faults };
}

const END = -2;

/** Numbers the controls in the order of the document, and puts the focus before the first of them. */
function mark(): string[] {
  const stop = (id: string): HTMLElement => {
    const element = document.createElement("span");
    element.id = id;
    element.tabIndex = 0;
    return element;
  };
  document.body.prepend(stop("tab-start"));
  document.body.append(stop("tab-end"));
  const groups = new Set<string>();
  const controls = [
    ...document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, summary, [tabindex]",
    ),
  ].filter((element) => {
    if (element.id.startsWith("tab-") || element.tabIndex < 0 || element.matches(":disabled")) return false;
    if (!element.checkVisibility()) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
    // Tab goes to the chosen one of a group
    if (!element.checked || groups.has(element.name)) return false;
    groups.add(element.name);
    return true;
  });
  for (const [index, element] of controls.entries()) element.dataset["tab"] = String(index);
  // how each looks without the focus: the marks of the focus are told by the difference
  const looks = (element: Element): string => {
    const around = [element, element.parentElement, element.nextElementSibling];
    return around
      .flatMap((each) =>
        each === null ? [] : [null, "::before", "::after"].map((part) => getComputedStyle(each, part)),
      )
      .map(({ outline, boxShadow, border, transform }) => [outline, boxShadow, border, transform].join())
      .join();
  };
  (document.activeElement as HTMLElement | null)?.blur();
  const before = controls.map(looks);
  Object.assign(window, { tabLooks: { looks, before } });
  document.getElementById("tab-start")?.focus();
  return controls.map(
    (element) =>
      `${element.tagName.toLowerCase()} «${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40)}»`,
  );
}

function focusedNow(): { readonly index: number; readonly fault: string } {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement)) return { index: -1, fault: "" };
  if (element.id === "tab-end") return { index: -2, fault: "" };
  const number = element.dataset["tab"];
  if (number === undefined) return { index: -1, fault: "" }; // the next part of the same field of a date
  const { looks, before } = (
    window as unknown as { tabLooks: { looks: (of: Element) => string; before: readonly string[] } }
  ).tabLooks;
  const index = Number(number);
  if (looks(element) === before[index]) return { index, fault: "the focus cannot be seen" };
  const box = (element.closest("label") ?? element).getBoundingClientRect();
  const x = box.left + Math.min(box.width / 2, 8);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 1), window.innerHeight - 1);
  const there = document.elementFromPoint(x, y);
  const own = element.closest("label, .fui-Checkbox, .fui-Input, .fui-Select") ?? element;
  if (there === null || !(own.contains(there) || there.contains(element)))
    return { index, fault: `under ${there?.tagName.toLowerCase() ?? "the edge of the pane"}` };
  // a bar that stays in sight may lie over an edge of what has the focus; a long label may go on below the bar
  const { top, bottom } = element.getBoundingClientRect();
  for (const edge of [top + 3, bottom - 3]) {
    if (edge < 0 || edge > window.innerHeight) continue;
    for (let over = document.elementFromPoint(x, edge); over !== null; over = over.parentElement)
      if (getComputedStyle(over).position === "sticky" && !over.contains(element) && !element.contains(over))
        return { index, fault: `partly under ${over.tagName.toLowerCase()}` };
  }
  return { index, fault: "" };
}

function unmark(): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-tab]")) delete element.dataset["tab"];
  document.getElementById("tab-start")?.remove();
  document.getElementById("tab-end")?.remove();
}
