import { part } from "./dom";
import { own } from "../../xlsx/own";

/** What the page does with files. */
export interface FileActions {
  readonly open: (files: readonly File[]) => void;
  readonly save: () => void;
}

/** The buttons with their keys, the file field behind one of them, and dropping files anywhere on the page. */
export function wireFiles({ open, save }: FileActions): void {
  const field = part("file");
  if (!(field instanceof HTMLInputElement)) throw new Error("#file is no field");
  const take = (files: Iterable<File> | null | undefined): void => {
    const given = [...(files ?? [])];
    if (given.length > 0) open(given);
  };
  part("open").addEventListener("click", () => {
    field.click();
  });
  field.addEventListener("change", () => {
    take(field.files);
    field.value = "";
  });
  part("save").addEventListener("click", save);
  window.addEventListener(
    "keydown",
    (event) => {
      const action = event.ctrlKey || event.metaKey ? own(KEYS, event.code) : undefined;
      if (action === undefined) return;
      // Before the grid, and instead of the browser's own saving and opening of pages.
      event.preventDefault();
      event.stopPropagation();
      part(action).click();
    },
    { capture: true },
  );
  wireDrop(take);
}

/** By the place of the key: on a Russian keyboard they type other letters. */
const KEYS: Readonly<Record<string, "open" | "save">> = { KeyS: "save", KeyO: "open" };

function wireDrop(take: (files: Iterable<File> | undefined) => void): void {
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
    take(event.dataTransfer?.files);
  });
}

/** Gives a file to the browser's downloads. */
export function download(bytes: Uint8Array, name: string): void {
  const type = /\.xlsm$/i.test(name)
    ? "application/vnd.ms-excel.sheet.macroEnabled.12"
    : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const url = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
