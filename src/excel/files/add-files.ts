import { addedFiles } from "./added-files";
import { readFiles, type ReadFilesOptions, type SourceFile } from "./read-files";

/**
 * Adds files to those whose results count; a file of a name that was added before takes its place.
 * @throws the signal's reason when it is aborted: nothing is added then
 */
export async function addFiles(files: readonly SourceFile[], options: ReadFilesOptions): Promise<void> {
  const { grids, failures } = await readFiles(files, options);
  const again = new Set(grids.map(({ file }) => file));
  addedFiles.setState((before) => ({
    grids: [...before.grids.filter(({ file }) => !again.has(file)), ...grids],
    failures,
  }));
}

/** A file of the page's own input. */
export const sourceOf = (file: File): SourceFile => ({
  name: file.name,
  size: file.size,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
});
