import { GRID_LABELS } from "../texts";

type Attributes = Readonly<Record<string, string | null>>;

/** What assistive programs need and the grid's own markup (Univer 0.25.1) has not; `null` takes an attribute away. */
const MISSING: readonly (readonly [selector: string, attributes: Attributes])[] = [
  ['[data-u-comp="defined-name"] input', { "aria-label": GRID_LABELS.address }],
  [
    '[data-u-comp="defined-name"] [data-slot="popover-trigger"]',
    { role: "button", "aria-label": GRID_LABELS.names },
  ],
  ['[data-u-comp="formula-bar"] button', { "aria-label": GRID_LABELS.widerFormula }],
  // The bar of the scale, between its two buttons. «track» and «handle» are no roles of WAI-ARIA.
  [
    '[data-u-comp="button"]:has(+ * > [role="track"], + [role="track"])',
    { "aria-label": GRID_LABELS.smaller },
  ],
  [
    ':is(:has(> [role="track"]), [role="track"]) + [data-u-comp="button"]',
    { "aria-label": GRID_LABELS.larger },
  ],
  ['[role="track"] > a', { "aria-label": GRID_LABELS.wholeScale }],
  ['[role="handle"]', { role: null, "aria-label": GRID_LABELS.scale }],
  ['[role="track"]', { role: null }],
  // An order of its own would put the grid before the head of the page.
  ['canvas[tabindex="1"]', { tabindex: "0" }],
];

/** Keeps the grid's controls named for assistive programs, also those that it draws later. */
export function labelControls(container: HTMLElement): void {
  const label = (): void => {
    for (const [selector, attributes] of MISSING)
      for (const element of container.querySelectorAll(selector))
        for (const [name, value] of Object.entries(attributes))
          if (value === null) element.removeAttribute(name);
          else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };
  new MutationObserver(label).observe(container, { childList: true, subtree: true });
  label();
}
