import { element, part } from "./dom";
import type { Session } from "./session";
import { TEXTS } from "./texts";

/** The open workbooks, and the list in the head of the page that shows one of them. */
export class Shelf {
  readonly #sessions: Session[] = [];
  readonly #list: HTMLSelectElement;
  readonly #close = part("close-book");
  #current: Session | undefined;

  constructor(events: { readonly chosen: (session: Session) => void; readonly closed: () => void }) {
    const list = part("books");
    if (!(list instanceof HTMLSelectElement)) throw new Error("#books is no list");
    this.#list = list;
    list.addEventListener("change", () => {
      const chosen = this.#sessions[list.selectedIndex];
      if (chosen) events.chosen(chosen);
    });
    this.#close.addEventListener("click", events.closed);
    // Browsers show a question of their own: its words cannot be chosen.
    window.addEventListener("beforeunload", (event) => {
      if (this.#sessions.some(({ dirty }) => dirty)) event.preventDefault();
    });
  }

  get current(): Session | undefined {
    return this.#current;
  }

  add(session: Session): void {
    this.#sessions.push(session);
    this.draw();
  }

  turnTo(session: Session): void {
    this.#current = session;
    this.draw();
  }

  /** Takes a book off and gives the one to show in its place. */
  remove(session: Session): Session | undefined {
    const place = this.#sessions.indexOf(session);
    if (place >= 0) this.#sessions.splice(place, 1);
    if (this.#current === session) this.#current = undefined;
    this.draw();
    return this.#sessions[Math.min(place, this.#sessions.length - 1)];
  }

  /** Names of the books, each with a mark while it has changes that are not saved. */
  draw(): void {
    const options = this.#sessions.map((session, index) => {
      const option = element("option", {}, this.#label(session, index));
      option.selected = session === this.#current;
      return option;
    });
    const labels = (all: Iterable<HTMLOptionElement>): string => [...all].map(({ text }) => text).join("\n");
    if (labels(options) !== labels(this.#list.options)) this.#list.replaceChildren(...options);
    if (this.#current) this.#list.selectedIndex = this.#sessions.indexOf(this.#current);
    this.#close.hidden = this.#sessions.length < 2;
  }

  #label({ workbook: { name }, dirty }: Session, index: number): string {
    const same = this.#sessions.slice(0, index).filter(({ workbook }) => workbook.name === name).length;
    const numbered = same > 0 ? `${name} (${same + 1})` : name;
    return dirty ? TEXTS.changed(numbered) : numbered;
  }
}
