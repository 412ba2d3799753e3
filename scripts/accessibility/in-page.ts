/** What is looked at inside the frame of the pane; each function runs there, so it uses nothing from outside itself. */

/** A finding: the element and what is wrong with it. */
export interface Layout {
  readonly wider: readonly string[];
  readonly cut: readonly string[];
  readonly small: readonly string[];
}

/** Least side of what is pressed, CSS pixels: WCAG 2.2, success criterion 2.5.8. */
export const LEAST_TARGET = 24;

export function layoutFaults(least: number): Layout {
  const name = (element: Element): string =>
    `${element.tagName.toLowerCase()} «${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40)}»`;
  const seen = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) =>
    element.checkVisibility(),
  );
  const root = document.documentElement;
  const wider =
    root.scrollWidth > root.clientWidth ? [`page: ${root.scrollWidth - root.clientWidth} px`] : [];
  const cut: string[] = [];
  const small: string[] = [];
  for (const element of seen) {
    const { overflowX, clipPath, display } = getComputedStyle(element);
    const beyond = element.scrollWidth - element.clientWidth;
    if (beyond > 1 && display !== "inline" && element.clientWidth > 0) {
      // an area that scrolls by itself can be reached by the keyboard and has a name
      if ((overflowX === "auto" || overflowX === "scroll") && element.tabIndex < 0) wider.push(name(element));
      const hidden = overflowX === "hidden" || overflowX === "clip";
      if (hidden && clipPath === "none" && !element.matches("input, select, option, svg"))
        cut.push(name(element));
    }
    if (!element.matches("a[href], button, select, summary, input:not([type=hidden])")) continue;
    const label = element.matches("input[type=checkbox], input[type=radio]")
      ? (element.closest("label") ?? document.querySelector(`label[for="${CSS.escape(element.id)}"]`))
      : null;
    const field = element.closest(".fui-Input, .fui-Select");
    const box = (label ?? field ?? element).getBoundingClientRect();
    const inSentence = display.startsWith("inline") && element.matches("a, button.fui-Link");
    if (!inSentence && (box.width < least || box.height < least))
      small.push(`${name(element)}: ${Math.round(box.width)} × ${Math.round(box.height)}`);
  }
  return { wider, cut, small };
}

/** Waits until colours have changed over: half-way they have a contrast of their own. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  const changing = document.getAnimations().filter((each) => each instanceof CSSTransition);
  await Promise.all(changing.map(({ finished }) => finished.catch(() => null)));
}

/** Takes back what the visit scrolled sideways: cells behind a column that stays in sight are not seen. */
export function unscrolled(): void {
  for (const element of document.querySelectorAll("body *"))
    if (element.scrollLeft !== 0) element.scrollLeft = 0;
}

/** What a screen reader says of a screen that has just come: the heading with the focus, then the live regions. */
export function announced(): readonly string[] {
  const focused = document.activeElement?.closest("h2, h3, [role=alertdialog]");
  const regions = document.querySelectorAll("[role=status], [role=alert], [aria-live=polite]");
  const live = [...regions].filter((element) => element.checkVisibility());
  return [focused, ...live]
    .map((element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim())
    .filter((text, index, all) => text !== "" && all.indexOf(text) === index);
}

/** Words in Cyrillic that are read or said, in folded sections too, each text once; all but the page's own notices. */
export function cyrillicTexts(): readonly string[] {
  const found = new Set<string>();
  for (const element of document.querySelectorAll<HTMLElement>("#root *")) {
    if (element.matches("script, style")) continue;
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const attributes = ["aria-label", "title", "placeholder"].map((key) => element.getAttribute(key) ?? "");
    for (const text of [own.map(({ textContent }) => textContent).join(""), ...attributes])
      if (/[а-яё]{2}/i.test(text)) found.add(text.replace(/\s+/g, " ").trim());
  }
  return [...found];
}
