import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildWorkbench } from "../../scripts/workbench/build";
import { BUILT } from "./workbench";

/** Builds the workbench once for all files of tests; a folder named in the environment is taken as it is. */
export default async function setUp(): Promise<void> {
  if (process.env[BUILT]) return;
  const folder = await mkdtemp(join(tmpdir(), "workbench-"));
  process.env[BUILT] = folder;
  process.env[`${BUILT}_OWN`] = folder;
  // what is tested is what ships: built for development, the pane lacks the rules of its page
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  await buildWorkbench(resolve(__dirname, "../.."), folder);
  process.env["NODE_ENV"] = before;
}
