import { readCustomFunctions } from "../calculation";
import { FileProblem, openWorkbook, saveWorkbook } from "../files";
import { part } from "./dom";
import { Grid } from "./grid/grid";
import { type Addin, readManifest } from "./manifest";
import { Pane } from "./pane";
import type { Progress } from "./progress";
import { drawRibbon } from "./ribbon";
import { Session } from "./session";
import { StatusLine } from "./status";
import { fileProblemText, TEXTS } from "./texts";

/** Where the server of the page keeps the built add-in and the workbook that is open at first. */
const ADDIN_PATH = "/addin/";
const SAMPLE = "/sample.xlsx";

/** Starts the page: manifest, ribbon, pane, grid, the sample workbook. */
export async function start(progress: Progress): Promise<void> {
  const status = new StatusLine(part("status"));
  progress.step(TEXTS.loading.manifest);
  const addin = await loadAddin();
  const functions = addin.functions
    ? readCustomFunctions(await (await fetched(addin.functions.url)).json(), addin.functions.namespace)
    : [];
  const pane = new Pane(part("pane"), addin.pane);
  let session: Session | undefined;
  const grid = new Grid(part("grid"), {
    edited: (sheet, edit) => session?.edited(sheet, edit),
    selected: (sheet, area) => session?.selected(sheet, area),
    editing: (open) => {
      if (session) session.host.cellEditing = open;
    },
    refused: () => {
      status.say(TEXTS.notHere);
    },
  });
  drawRibbon(part("ribbon"), addin.ribbon, (button) => void session?.run(button));

  const open = async (bytes: Uint8Array, name: string): Promise<void> => {
    try {
      const workbook = await openWorkbook(bytes, name);
      session?.end();
      session = new Session(workbook, functions, { grid, pane, status });
      part("file-name").textContent = name;
      await session.start();
      status.say(TEXTS.opened(name), "good");
    } catch (problem) {
      status.say(
        problem instanceof FileProblem ? fileProblemText(problem.code, name) : TEXTS.failed,
        "problem",
      );
      if (!(problem instanceof FileProblem)) console.error(problem);
    }
  };
  const save = async (): Promise<void> => {
    if (!session) return;
    status.say(TEXTS.saving);
    await grid.endEditing();
    await session.refresh();
    download(await saveWorkbook(session.workbook), session.workbook.name);
    session.saved();
    status.say(TEXTS.saved(session.workbook.name), "good");
  };
  wireFiles(
    (files) => {
      const [file] = files;
      if (!file || (session?.dirty && !window.confirm(TEXTS.unsaved))) return;
      void file.arrayBuffer().then(async (bytes) => {
        await open(new Uint8Array(bytes), file.name);
        if (files.length > 1) status.say(TEXTS.oneFile);
      });
    },
    () =>
      void save().catch((problem: unknown) => {
        console.error(problem);
        status.say(TEXTS.failed, "problem");
      }),
  );

  progress.step(TEXTS.loading.workbook);
  const sample = await fetched(SAMPLE);
  progress.step(TEXTS.loading.grid);
  await open(new Uint8Array(await sample.arrayBuffer()), sampleName(sample));
}

async function loadAddin(): Promise<Addin> {
  const text = await (await fetched(`${ADDIN_PATH}manifest.xml`)).text();
  return readManifest(text, "ru-RU", (url) =>
    url === "" ? "" : ADDIN_PATH + new URL(url).pathname.slice(1),
  );
}

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

const sampleName = (response: Response): string =>
  decodeURIComponent(response.headers.get("X-File-Name") ?? "") || "sample.xlsx";

function download(bytes: Uint8Array, name: string): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const url = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

/** The button, the file field behind it, and dropping a file anywhere on the page. */
function wireFiles(take: (files: readonly File[]) => void, save: () => void): void {
  const field = part("file");
  if (!(field instanceof HTMLInputElement)) throw new Error("#file is no field");
  part("open").addEventListener("click", () => {
    field.click();
  });
  field.addEventListener("change", () => {
    take([...(field.files ?? [])]);
    field.value = "";
  });
  part("save").addEventListener("click", save);
  const drop = part("drop");
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  window.addEventListener("dragenter", (event) => {
    if (hasFiles(event)) drop.hidden = false;
  });
  window.addEventListener("dragover", (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  drop.addEventListener("dragleave", () => {
    drop.hidden = true;
  });
  window.addEventListener("drop", (event) => {
    drop.hidden = true;
    if (!hasFiles(event)) return;
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
}
