import { part } from "./dom";

/** The card over the page while it loads: a bar that moves with each step and says which it is. */
export class Progress {
  #done = 0;

  constructor(private readonly steps: number) {}

  step(text: string): void {
    this.#done++;
    part("loading-text").textContent = text;
    const bar = part("loading-bar");
    if (bar instanceof HTMLProgressElement) bar.value = this.#done / (this.steps + 1);
  }

  end(): void {
    part("loading").hidden = true;
  }

  fail(text: string): void {
    part("loading-text").textContent = text;
    part("loading-bar").hidden = true;
  }
}
