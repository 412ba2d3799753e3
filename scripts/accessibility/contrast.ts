/** Runs in the frame of the pane, so it uses nothing from outside itself. */

/** What the colours of a text come to, or why that cannot be told. */
export type Contrast =
  | { readonly ratio: number; readonly needed: number }
  | { readonly why: "image" | "opacity" | "elsewhere" | "covered" | "unknown" };

/**
 * Contrast of the text of an element, by the formula of WCAG 2: its colour over the backgrounds of the element and of
 * those around it, down to the first opaque one.
 * @returns why it is left to a person: `image` where there is a picture or a gradient behind, `opacity` where a part is
 * half-transparent as a whole, `elsewhere` where the text stands outside of what it lies in, `covered` where another
 * part lies over it, `unknown` for colours in other notations
 */
export function contrastOf(selector: string): Contrast {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) return { why: "unknown" };
  const colour = (text: string): Colour | null => {
    const found = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(text);
    return found === null
      ? null
      : [Number(found[1]), Number(found[2]), Number(found[3]), Number(found[4] ?? 1)];
  };
  const over = ([r, g, b, a]: Colour, below: Colour): Colour => {
    const mix = (upper: number, lower: number): number => upper * a + lower * (1 - a);
    return [mix(r, below[0]), mix(g, below[1]), mix(b, below[2]), 1];
  };
  const light = ([r, g, b]: Colour): number => {
    const part = (value: number): number =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const box = element.getBoundingClientRect();
  const layers: Colour[] = [];
  for (let each: HTMLElement | null = element; each !== null; each = each.parentElement) {
    const own = getComputedStyle(each);
    if (own.opacity !== "1") return { why: "opacity" };
    for (const part of [own, getComputedStyle(each, "::before"), getComputedStyle(each, "::after")])
      if (part.backgroundImage !== "none" && (part === own || part.content !== "none"))
        return { why: "image" };
    const ground = colour(own.backgroundColor);
    if (ground === null) return { why: "unknown" };
    if (ground[3] > 0) {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      // a pixel: boxes of letters stand out of their lines by parts of one
      if (box.left < left - 1 || box.right > right + 1 || box.top < top - 1 || box.bottom > bottom + 1)
        return { why: "elsewhere" };
      layers.push(ground);
    }
    if (ground[3] === 1) break;
  }
  const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if (there !== null && !element.contains(there) && !there.contains(element)) return { why: "covered" };
  const paper: Colour = [255, 255, 255, 1];
  const ground = layers.reduceRight<Colour>((below, layer) => over(layer, below), paper);
  const { color, fontSize, fontWeight } = getComputedStyle(element);
  const ink = colour(color);
  if (ink === null) return { why: "unknown" };
  const [darker = 0, lighter = 0] = [light(over(ink, ground)), light(ground)].sort((a, b) => a - b);
  const size = parseFloat(fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
  return { ratio: (lighter + 0.05) / (darker + 0.05), needed: large ? 3 : 4.5 };
}
