/** What the page shows of an add-in, read from its manifest: the same ribbon as in Excel. */
export interface Ribbon {
  readonly tab: string;
  readonly groups: readonly Group[];
}

export interface Group {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly Button[];
}

export interface Button {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly description: string;
  /** Address of the icon that is 32 pixels wide, or of the nearest larger one. */
  readonly icon: string;
  readonly action: { readonly kind: "function"; readonly name: string } | { readonly kind: "pane" };
}

export interface Addin {
  readonly name: string;
  readonly ribbon: Ribbon;
  /** What the add-in puts into the menu of a cell. */
  readonly cellMenu: readonly Button[];
  readonly pane: { readonly url: string; readonly title: string };
  /** Metadata of the custom functions and their namespace; absent when the add-in has none. */
  readonly functions?: { readonly url: string; readonly namespace: string };
}

/** Addresses of a manifest are absolute; the page's server has the same files under this path. */
export type Locate = (url: string) => string;

/**
 * Reads an add-in-only manifest.
 * @throws Error when the text is not XML or has no task pane; the page's server then has a broken build
 */
export function readManifest(xml: string, locale: string, locate: Locate): Addin {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  if (document.querySelector("parsererror")) throw new Error("the manifest is not well-formed XML");
  const resources = new Resources(document, locale);
  const ribbon = readRibbon(document, resources, locate);
  const pane = first(document, "Action SourceLocation") ?? first(document, "FunctionFile");
  const url = pane && resources.of(pane);
  if (!url) throw new Error("the manifest names no page");
  const namespace = first(document, "CustomFunctions Namespace, ExtensionPoint > Namespace");
  const metadata = first(document, "Metadata > SourceLocation");
  return {
    name: first(document, "DisplayName")?.getAttribute("DefaultValue") ?? "",
    ribbon,
    cellMenu: children(first(document, "OfficeMenu[id=ContextMenuCell]"), "Control").map((control) =>
      readButton(control, resources, locate),
    ),
    pane: { url: locate(url), title: resources.of(first(document, "Action > Title")) || ribbon.tab },
    ...(namespace &&
      metadata && {
        functions: { url: locate(resources.of(metadata)), namespace: resources.of(namespace) },
      }),
  };
}

function readRibbon(document: Document, resources: Resources, locate: Locate): Ribbon {
  const tab = first(document, "CustomTab") ?? first(document, "OfficeTab");
  if (!tab) return { tab: "", groups: [] };
  const groups = children(tab, "Group").map((group) => ({
    id: group.getAttribute("id") ?? "",
    label: resources.of(child(group, "Label")),
    buttons: children(group, "Control").map((control) => readButton(control, resources, locate)),
  }));
  return { tab: resources.of(child(tab, "Label")), groups };
}

function readButton(control: Element, resources: Resources, locate: Locate): Button {
  const tip = child(control, "Supertip");
  const action = child(control, "Action");
  const name = child(action, "FunctionName")?.textContent.trim();
  return {
    id: control.getAttribute("id") ?? "",
    label: resources.of(child(control, "Label")),
    title: resources.of(child(tip, "Title")),
    description: resources.of(child(tip, "Description")),
    icon: locate(resources.of(iconOf(control))),
    action: name ? { kind: "function", name } : { kind: "pane" },
  };
}

const ICON_SIZE = 32;

function iconOf(control: Element): Element | undefined {
  const size = (image: Element): number => Number(image.getAttribute("size"));
  const images = children(child(control, "Icon"), "Image").sort((a, b) => size(a) - size(b));
  return images.find((image) => size(image) >= ICON_SIZE) ?? images.at(-1);
}

/** `Resources` of the manifest: texts and addresses by resid, in the locale where it has its own. */
class Resources {
  readonly #values = new Map<string, string>();

  constructor(document: Document, locale: string) {
    for (const entry of document.querySelectorAll("Resources [id]")) {
      const own = [...entry.children].find((override) => override.getAttribute("Locale") === locale);
      const value = own?.getAttribute("Value") ?? entry.getAttribute("DefaultValue") ?? "";
      this.#values.set(entry.getAttribute("id") ?? "", value);
    }
  }

  /** The value that an element points to; empty when it points nowhere. */
  of(element: Element | null | undefined): string {
    return this.#values.get(element?.getAttribute("resid") ?? "") ?? "";
  }
}

const first = (document: Document, selector: string): Element | undefined =>
  document.querySelector(selector) ?? undefined;

const children = (parent: Element | undefined, name: string): Element[] =>
  [...(parent?.children ?? [])].filter((element) => element.localName === name);

const child = (parent: Element | undefined, name: string): Element | undefined => children(parent, name)[0];
