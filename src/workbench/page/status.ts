import type { EmbeddedHost } from "..";
import { element } from "./dom";
import { TEXTS } from "./texts";

export type Tone = "plain" | "good" | "problem";

/** The line under the grid: what happens, what went wrong, what the add-in asked for in vain. */
export class StatusLine {
  readonly #message = element("span", { class: "status-message", role: "status" });
  readonly #requests = element("span", { class: "status-count" });
  readonly #unknown = element("span", {
    class: "status-count",
    id: "unknown-calls",
    title: TEXTS.unknownTip,
  });

  constructor(root: HTMLElement) {
    root.replaceChildren(this.#message, this.#requests, this.#unknown);
  }

  say(text: string, tone: Tone = "plain"): void {
    this.#message.textContent = text;
    this.#message.title = text;
    this.#message.dataset["tone"] = tone;
  }

  count({ counters, unknownCalls }: EmbeddedHost): void {
    this.#requests.textContent = TEXTS.requests(counters.requests);
    this.#unknown.textContent = TEXTS.unknownCalls(unknownCalls.length);
    this.#unknown.dataset["tone"] = unknownCalls.length > 0 ? "problem" : "plain";
    if (unknownCalls.length > 0) this.#unknown.title = `${TEXTS.unknownTip}:\n${unknownCalls.join("\n")}`;
  }
}
