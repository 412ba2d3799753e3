import { type EmbeddedHost, installBridge } from "..";
import { element } from "./dom";
import { TEXTS } from "./texts";

/** The add-in's page asks for this before office.js loads: the server puts a script that calls it first in its head. */
declare global {
  interface Window {
    attachAddin?: (addin: Window) => void;
  }
}

interface OpenPane {
  readonly frame: HTMLIFrameElement;
  /** Settles when the add-in has loaded and registered its commands and functions. */
  readonly ready: Promise<void>;
}

/**
 * The built add-in in a frame beside the grid: one frame for each open book, as Excel runs an add-in for each book.
 * office.js takes the window's history and dialogs: hence a frame.
 */
export class Pane {
  readonly #body: HTMLElement;
  readonly #panes = new Map<EmbeddedHost, OpenPane>();

  constructor(
    private readonly root: HTMLElement,
    private readonly source: { readonly url: string; readonly title: string },
  ) {
    const close = element(
      "button",
      { type: "button", class: "pane-close", "aria-label": TEXTS.closePane, title: TEXTS.closePane },
      "✕",
    );
    close.addEventListener("click", () => {
      this.hide();
    });
    this.#body = element("div", { class: "pane-body" });
    root.replaceChildren(
      element("div", { class: "pane-head" }, element("h2", {}, source.title), close),
      this.#body,
    );
    window.attachAddin = (addin) => {
      for (const [host, { frame }] of this.#panes)
        if (frame.contentWindow === addin) installBridge(addin, host, { theme: themeOfSystem() });
    };
  }

  /** Shows the add-in of a book, which is started when it is first asked for. */
  turnTo(host: EmbeddedHost): Promise<void> {
    const pane = this.#panes.get(host) ?? this.#start(host);
    for (const { frame } of this.#panes.values()) frame.hidden = frame !== pane.frame;
    return pane.ready;
  }

  ready(host: EmbeddedHost): Promise<void> {
    return this.#panes.get(host)?.ready ?? Promise.resolve();
  }

  #start(host: EmbeddedHost): OpenPane {
    const frame = element("iframe", { src: this.source.url, title: TEXTS.pane });
    const ready = new Promise<void>((resolve) => {
      frame.addEventListener("load", () => {
        void officeReady(frame).then(resolve);
      });
    });
    const pane = { frame, ready };
    this.#panes.set(host, pane);
    this.#body.append(frame);
    return pane;
  }

  /** The book was closed, and its add-in with it. */
  end(host: EmbeddedHost): void {
    this.#panes.get(host)?.frame.remove();
    this.#panes.delete(host);
  }

  show(): void {
    this.#setShown(true);
  }

  hide(): void {
    this.#setShown(false);
  }

  #setShown(shown: boolean): void {
    this.root.hidden = !shown;
  }
}

/** As Office tells its own theme: the colours of texts and of their ground. */
const themeOfSystem = (): { readonly foreground: string; readonly background: string } =>
  window.matchMedia("(prefers-color-scheme: dark)").matches
    ? { foreground: "#FFFFFF", background: "#292929" }
    : { foreground: "#242424", background: "#FFFFFF" };

/** The frame is of the same origin; what office.js puts on its window has no type here. */
async function officeReady(frame: HTMLIFrameElement): Promise<void> {
  const office = (frame.contentWindow as { Office?: { onReady(): Promise<unknown> } } | null)?.Office;
  await office?.onReady();
}
