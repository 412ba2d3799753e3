import { rm } from "node:fs/promises";
import { BUILT } from "./workbench";

export default async function tearDown(): Promise<void> {
  const folder = process.env[`${BUILT}_OWN`];
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}
