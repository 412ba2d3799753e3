/** `npx tsx scripts/check-manifest.ts [dist]`: the built manifest against the schema, the built files and the metadata. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkManifest } from "./packaging/manifest-rules";

/** Names that the sources register with `Office.actions.associate`. */
export function registeredCommands(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => [
      ...readFileSync(join(folder, name), "utf8").matchAll(/actions\.associate\(\s*"(\w+)"/g),
    ])
    .map((match) => match[1] ?? "");
}

/** What Microsoft's own reader of manifests makes of the file: the tools that sideload and deploy go through it. */
async function readByMicrosoft(path: string): Promise<string[]> {
  const { OfficeAddinManifest } = await import("office-addin-manifest");
  const { id, version, hosts } = await OfficeAddinManifest.readManifestFile(path);
  return id !== undefined && version !== undefined && hosts?.join() === "Workbook"
    ? []
    : [`office-addin-manifest reads id ${id}, version ${version}, hosts ${hosts?.join() ?? "none"}`];
}

async function main(): Promise<void> {
  const dist = resolve(process.argv[2] ?? "dist");
  const file = (path: string): Buffer | null => {
    const full = join(dist, path);
    return existsSync(full) && statSync(full).isFile() ? readFileSync(full) : null;
  };
  const manifest = file("manifest.xml");
  if (manifest === null) {
    console.error(`${dist} holds no manifest.xml: build first`);
    process.exitCode = 1;
    return;
  }
  const commands = registeredCommands(join(__dirname, "../src/commands"));
  const problems = [
    ...checkManifest(manifest.toString("utf8"), { file, commands }),
    ...(await readByMicrosoft(join(dist, "manifest.xml"))),
  ];
  for (const problem of problems) console.error(`manifest.xml: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else console.log("manifest.xml: sound");
}

if (require.main === module) void main();
