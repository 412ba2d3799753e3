import { type EmbeddedHost, installBridge } from "..";
import { element } from "./dom";
import { TEXTS } from "./texts";

/** The add-in's page asks for this before office.js loads: the server puts a script that calls it first in its head. */
declare global {
  interface Window {
    attachAddin?: (addin: Window) => void;
  }
}

/** The built add-in in a frame beside the grid. office.js takes the window's history and dialogs: hence a frame. */
export class Pane {
  readonly #body: HTMLElement;
  /** Settles when the add-in has loaded and registered its commands and functions. */
  ready: Promise<void> = Promise.resolve();

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
  }

  /** Starts the add-in anew over a workbook: an add-in lives as long as the book it was opened with. */
  attach(host: EmbeddedHost): Promise<void> {
    window.attachAddin = (addin) => {
      installBridge(addin, host);
    };
    const frame = element("iframe", { src: this.source.url, title: TEXTS.pane });
    this.ready = new Promise((resolve) => {
      frame.addEventListener("load", () => {
        void officeReady(frame).then(resolve);
      });
    });
    this.#body.replaceChildren(frame);
    return this.ready;
  }

  show(): void {
    this.root.hidden = false;
  }

  hide(): void {
    this.root.hidden = true;
  }
}

/** The frame is of the same origin; what office.js puts on its window has no type here. */
async function officeReady(frame: HTMLIFrameElement): Promise<void> {
  const office = (frame.contentWindow as { Office?: { onReady(): Promise<unknown> } } | null)?.Office;
  await office?.onReady();
}
