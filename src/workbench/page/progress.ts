import { part } from "./dom";

/** The card over the page while it loads or opens files: a bar that moves with each step and says which it is. */
export class Progress {
  #done = 0;

  constructor(private readonly steps: number) {}

  /** A step of loading the page itself. */
  step(text: string): void {
    this.#done++;
    draw(text, this.#done / (this.steps + 1));
  }

  /** Shows how far a longer piece of work is, 0 to 1; settles when it was painted, so that the work may begin. */
  async show(text: string, share: number): Promise<void> {
    // While the page loads, its steps are what the bar counts.
    draw(text, this.#done > 0 ? this.#done / (this.steps + 1) : share);
    part("loading").hidden = false;
    await new Promise((resolve) => setTimeout(resolve, PAINT_MS));
  }

  end(): void {
    this.#done = 0;
    part("loading").hidden = true;
  }

  fail(text: string): void {
    part("loading").hidden = false;
    part("loading-text").textContent = text;
    part("loading-bar").hidden = true;
  }
}

/** Two frames; a frame may never come in a tab that lies behind others, so it is a timer. */
const PAINT_MS = 34;

function draw(text: string, share: number): void {
  part("loading-text").textContent = text;
  const bar = part("loading-bar");
  if (bar instanceof HTMLProgressElement) bar.value = share;
}
