import { type CustomFunction, readCustomFunctions } from "../calculation";
import { FileProblem, openWorkbook } from "../files";
import { wireCellMenu } from "./cell-menu";
import { part } from "./dom";
import { download, wireFiles } from "./file-input";
import { Grid } from "./grid/grid";
import { KeptStrip } from "./kept-strip";
import { displayLanguage } from "./language";
import { type Addin, type Button, readManifest } from "./manifest";
import { Pane } from "./pane";
import { wirePaneWidth } from "./pane-width";
import type { Progress } from "./progress";
import { drawRibbon } from "./ribbon";
import { type Parts, Session } from "./session";
import { Shelf } from "./shelf";
import { StatusLine } from "./status";
import { fileProblemText, TEXTS } from "./texts";

/** Where the server of the page keeps the built add-in and the workbook that is open at first. */
const ADDIN_PATH = "/addin/";
const SAMPLE = "/sample.xlsx";

/** Starts the page: manifest, ribbon, pane, grid, the sample workbook. */
export async function start(progress: Progress): Promise<void> {
  progress.step(TEXTS.loading.manifest);
  const addin = await loadAddin();
  const desk = new Desk(addin, await loadFunctions(addin), progress);
  progress.step(TEXTS.loading.workbook);
  const sample = await fetched(SAMPLE);
  const bytes = new Uint8Array(await sample.arrayBuffer());
  progress.step(TEXTS.loading.grid);
  await desk.open([{ name: sampleName(sample), read: () => Promise.resolve(bytes) }]);
}

/** A file that was chosen, not read yet. */
interface GivenFile {
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

/** The parts of the page and the books that are open on it. */
class Desk {
  readonly #parts: Parts;
  readonly #shelf = new Shelf({
    chosen: (session) => void this.#turnTo(session).catch(this.#failed),
    closed: () => void this.#close().catch(this.#failed),
  });

  constructor(
    addin: Addin,
    private readonly functions: readonly CustomFunction[],
    private readonly progress: Progress,
  ) {
    const status = new StatusLine(part("status"));
    const grid = new Grid(part("grid"), {
      edited: (sheet, edit) => this.#shelf.current?.edited(sheet, edit),
      selected: (sheet, area) => this.#shelf.current?.selected(sheet, area),
      editing: (open) => {
        if (this.#shelf.current) this.#shelf.current.host.cellEditing = open;
      },
      refused: () => {
        status.say(TEXTS.notHere);
      },
    });
    const pane = new Pane(part("pane"), addin.pane);
    this.#parts = { grid, pane, status, kept: new KeptStrip(part("kept")) };
    wirePaneWidth(part("pane-edge"), part("pane"));
    const press = (button: Button): void => void this.#shelf.current?.run(button);
    drawRibbon(part("ribbon"), addin.ribbon, press);
    wireCellMenu(part("grid"), addin.cellMenu, press);
    wireFiles({
      open: (files) =>
        void this.open(
          files.map((file) => ({
            name: file.name,
            read: async () => new Uint8Array(await file.arrayBuffer()),
          })),
        ).catch(this.#failed),
      save: () => void this.#save().catch(this.#failed),
    });
  }

  readonly #failed = (problem: unknown): void => {
    console.error(problem);
    this.#parts.status.say(TEXTS.failed, "problem");
  };

  /** Opens files beside what is open already, and shows the first of them. What cannot be opened is named. */
  async open(files: readonly GivenFile[]): Promise<void> {
    const opened: Session[] = [];
    const problems: string[] = [];
    try {
      for (const [index, file] of files.entries()) {
        await this.progress.show(TEXTS.opening(file.name, index + 1, files.length), index / files.length);
        try {
          opened.push(await this.#read(file));
        } catch (problem) {
          if (!(problem instanceof FileProblem)) console.error(problem);
          problems.push(
            problem instanceof FileProblem ? fileProblemText(problem.code, file.name) : TEXTS.failed,
          );
        }
      }
      const [first] = opened;
      if (first) await this.#turnTo(first);
    } finally {
      this.progress.end();
    }
    this.#tellOpened(opened, problems);
  }

  async #read({ name, read }: GivenFile): Promise<Session> {
    const workbook = await openWorkbook(await read(), name);
    const session = new Session(workbook, this.functions, this.#parts, () => {
      this.#shelf.draw();
    });
    this.#shelf.add(session);
    return session;
  }

  #tellOpened(opened: readonly Session[], problems: readonly string[]): void {
    const { status } = this.#parts;
    const [first, ...more] = opened;
    if (problems.length > 0) status.say(problems.join(" "), "problem");
    else if (first && more.length > 0) status.say(TEXTS.openedMany(opened.length), "good");
    else if (first) status.say(TEXTS.opened(first.workbook.name), "good");
  }

  async #turnTo(session: Session): Promise<void> {
    await this.#parts.grid.endEditing();
    this.#shelf.current?.leave();
    this.#shelf.turnTo(session);
    await session.enter();
  }

  async #close(): Promise<void> {
    const { current } = this.#shelf;
    if (!current) return;
    if (current.dirty && !window.confirm(TEXTS.unsaved(current.workbook.name))) return;
    current.leave();
    this.#parts.pane.end(current.host);
    const next = this.#shelf.remove(current);
    if (next) await this.#turnTo(next);
  }

  async #save(): Promise<void> {
    const { current } = this.#shelf;
    if (!current) return;
    const { name } = current.workbook;
    this.#parts.status.say(TEXTS.saving);
    await this.#parts.grid.endEditing();
    download(await current.save(), name);
    this.#parts.status.say(TEXTS.saved(name), "good");
  }
}

async function loadAddin(): Promise<Addin> {
  const text = await (await fetched(`${ADDIN_PATH}manifest.xml`)).text();
  return readManifest(text, displayLanguage(), (url) =>
    url === "" ? "" : ADDIN_PATH + new URL(url).pathname.slice(1),
  );
}

const loadFunctions = async ({ functions }: Addin): Promise<readonly CustomFunction[]> =>
  functions ? readCustomFunctions(await (await fetched(functions.url)).json(), functions.namespace) : [];

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

const sampleName = (response: Response): string =>
  decodeURIComponent(response.headers.get("X-File-Name") ?? "") || "sample.xlsx";
