import type { Frame, Locator } from "playwright-core";
import { askedPaneTexts } from "../../src/locales/asked-pane";
import { controlPaneTexts } from "../../src/locales/control-pane";
import { functionsPaneTexts } from "../../src/locales/functions-pane";
import { insightPaneTexts } from "../../src/locales/insight-pane";
import type { Locale } from "../../src/locales/locale";
import { loadPaneTexts, paneTexts } from "../../src/locales/pane";
import { laterTexts } from "../../src/locales/pane-later";
import { recognitionTexts } from "../../src/locales/recognition";
import { removalPaneTexts } from "../../src/locales/removal-pane";
import { nameBox, showSheet, typeInto, until, type OpenPage } from "../../test/e2e/workbench";
import type { Picked } from "../../test/e2e/hand";

/** Commands of the ribbon by their id in the manifest. */
type Command = "CheckData" | "FindSchools" | "CreateRoadmap" | "CreatePackage" | "UpdateControl";
/** Commands of the menu of a cell in their order. */
const CELL_COMMANDS = ["why", "results", "notResults"] as const;

const textsOf = (locale: Locale) => ({
  ...paneTexts(locale),
  later: laterTexts(locale),
  asked: askedPaneTexts(locale),
  control: controlPaneTexts(locale),
  removal: removalPaneTexts(locale),
  recognition: recognitionTexts(locale),
  formulas: functionsPaneTexts(locale),
  insight: insightPaneTexts(locale),
});

/** Goes through the pane by the words on it, in whichever language it speaks. */
export class Walker {
  private constructor(
    readonly open: OpenPage,
    readonly locale: Locale,
    readonly texts: ReturnType<typeof textsOf>,
  ) {}

  static async over(open: OpenPage, locale: Locale): Promise<Walker> {
    await loadPaneTexts(locale);
    return new Walker(open, locale, textsOf(locale));
  }

  /** The frame of the add-in of the book that is shown. */
  async frame(): Promise<Frame> {
    const frame = await (await this.open.page.waitForSelector("#pane iframe:not([hidden])")).contentFrame();
    if (frame === null) throw new Error("no pane");
    return frame;
  }

  button(name: string | RegExp): Locator {
    return this.open.pane.getByRole("button", { name, exact: typeof name === "string" }).first();
  }

  async press(...names: readonly (string | RegExp)[]): Promise<void> {
    for (const name of names) await this.button(name).click();
  }

  async heading(name: string | RegExp): Promise<void> {
    await this.open.pane.getByRole("heading", { name }).first().waitFor();
  }

  /** One of the three steps. */
  async step(number: 1 | 2 | 3): Promise<void> {
    await this.press(new RegExp(`^${number}\\. `));
  }

  /** Opens a section and brings it to the top. */
  async unfold(words: string | RegExp): Promise<void> {
    const summary = this.open.pane.locator("summary", { hasText: words }).first();
    await summary.click();
    await this.toTop(summary);
  }

  async toTop(element: Locator): Promise<void> {
    await element.evaluate((found) => {
      found.scrollIntoView({ block: "start" });
    });
  }

  /** Reads the open workbook, from the first screen. */
  async read(): Promise<void> {
    await this.press(this.texts.actions.read);
    await this.heading(this.texts.data.heading);
  }

  /** Applies a choice of the settings' form that is open. */
  async fill(label: string, text: string): Promise<void> {
    await this.open.pane.getByLabel(label, { exact: true }).fill(text);
    await this.press(this.texts.actions.apply);
  }

  /** Presses a button of the ribbon; what comes of it is to be waited for. */
  async command(id: Command): Promise<void> {
    await this.open.page.locator(`.command[data-id="Shnor.${id}"]`).click();
  }

  /** A command of the menu of a cell, over cells that are selected first. */
  async cellCommand(sheet: string, address: string, command: (typeof CELL_COMMANDS)[number]): Promise<void> {
    const { page } = this.open;
    await showSheet(page, sheet);
    const box = nameBox(page);
    await box.click();
    await box.fill(address);
    await box.press("Enter");
    await until(async () => (await box.inputValue()) === address);
    await page.locator("#grid").dispatchEvent("contextmenu", { clientX: 300, clientY: 400 });
    await page.getByRole("menuitem").nth(CELL_COMMANDS.indexOf(command)).click();
  }

  async type(sheet: string, cells: readonly (readonly [address: string, text: string])[]): Promise<void> {
    await showSheet(this.open.page, sheet);
    for (const [address, text] of cells) await typeInto(this.open.page, address, text);
  }

  /** Opens a workbook beside the first. */
  async openBook(book: Picked): Promise<void> {
    await this.open.page.locator("#file").setInputFiles({ ...book, mimeType: "" });
    await this.open.page
      .locator("#books option:checked", { hasText: book.name })
      .waitFor({ state: "attached" });
    await this.button(this.texts.actions.read).waitFor();
  }

  /** Adds files of results through the pane. */
  async addFiles(files: readonly Picked[]): Promise<void> {
    await this.open.pane
      .locator('input[type="file"]')
      .setInputFiles(files.map((file) => ({ ...file, mimeType: "" })));
  }

  /** From now on Excel answers nothing, refuses everything, or answers again; what waited is answered then. */
  async excel(answer: "waits" | "refuses" | "answers"): Promise<void> {
    await (await this.frame()).evaluate(GATE);
    await (await this.frame()).evaluate(`setGate(${JSON.stringify(answer)})`);
  }
}

/** Stands before all requests of office.js; put into the frame once. */
const GATE = `if (!("setGate" in window)) {
  const prototype = OfficeExtension.ClientRequestContext.prototype;
  const send = prototype.sync;
  let open = () => {};
  let gate = Promise.resolve();
  window.setGate = (answer) => {
    open();
    gate = answer === "waits" ? new Promise((resolve) => { open = resolve; })
      : answer === "refuses" ? Promise.reject(Object.assign(new Error("refused"), { code: "AccessDenied" }))
      : Promise.resolve();
    gate.catch(() => {});
  };
  prototype.sync = function (through) {
    return gate.then(() => send.call(this, through));
  };
}`;
