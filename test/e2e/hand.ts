import type { Locator } from "playwright-core";
import { runCommand, typeInto, until, type OpenPage } from "./workbench";

/** A file that a person picks in the dialog of the system. */
export interface Picked {
  readonly name: string;
  readonly buffer: Buffer;
}

/**
 * The hand of a user: does what a person would do and keeps count of it.
 * A choice in a list is two clicks (open, choose), a file in the system's dialog two (the button, the file),
 * a cell one; waiting and scrolling are none.
 */
export class Hand {
  clicks = 0;
  /** Fields and cells that were typed into. */
  typed = 0;
  /** What was pressed, by the words on it. */
  readonly way: string[] = [];

  constructor(readonly open: OpenPage) {}

  /** A button of the pane by its exact name; `first` where cards repeat it. */
  async press(name: string | RegExp, { first = false } = {}): Promise<void> {
    const found = this.open.pane.getByRole("button", { name, exact: true });
    await this.click(first ? found.first() : found, typeof name === "string" ? name : undefined);
  }

  async click(what: Locator, words?: string): Promise<void> {
    const said = words ?? (await what.innerText()).split("\n")[0]?.trim() ?? "";
    await what.click();
    this.clicks++;
    this.way.push(`«${said}»`);
  }

  /** A button of the ribbon, until what it started is done. */
  async ribbon(label: string): Promise<void> {
    await runCommand(this.open.page, label);
    this.clicks++;
    this.way.push(`лента: «${label}»`);
  }

  /** A button of the ribbon that leads to the pane, which has something to ask or to show. */
  async ribbonToPane(label: string): Promise<void> {
    await this.open.page.locator(".command", { hasText: label }).click();
    this.clicks++;
    this.way.push(`лента: «${label}»`);
  }

  async choose(label: string, option: string): Promise<void> {
    await this.open.pane.getByLabel(label, { exact: true }).selectOption({ label: option });
    this.clicks += 2;
    this.way.push(`${label}: «${option}»`);
  }

  async fill(label: string, text: string): Promise<void> {
    await this.open.pane.getByLabel(label, { exact: true }).fill(text);
    this.clicks++;
    this.typed++;
    this.way.push(`${label}: ${text}`);
  }

  /** Types in place of what stands in the field that has the focus already. */
  async type(label: string, text: string): Promise<void> {
    const field = this.open.pane.getByLabel(label, { exact: true });
    await until(() => field.evaluate((element) => element === document.activeElement));
    await this.open.page.keyboard.type(text);
    this.typed++;
    this.way.push(`${label}: ${text}`);
  }

  async cell(address: string, text: string): Promise<void> {
    await typeInto(this.open.page, address, text);
    this.clicks++;
    this.typed++;
    this.way.push(`ячейка ${address}: ${text}`);
  }

  async tab(name: string): Promise<void> {
    const tab = this.open.page.locator('[data-u-comp="slide-tab-item"]', {
      hasText: new RegExp(`^${name}$`),
    });
    await tab.scrollIntoViewIfNeeded();
    await tab.click();
    this.clicks++;
    this.way.push(`лист «${name}»`);
  }

  async file(button: string, picked: Picked): Promise<void> {
    await this.open.pane.locator(`input[type=file][aria-label="${button}"]`).setInputFiles({
      ...picked,
      mimeType: "",
    });
    this.clicks += 2;
    this.way.push(`«${button}»`, `файл ${picked.name}`);
  }
}
