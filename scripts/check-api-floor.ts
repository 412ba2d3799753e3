/** Fails on a call of Office.js above the manifest's requirements that is not behind `isSetSupported`. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { checkApiFloor, floorOf } from "./packaging/api-floor";

const ROOT = resolve(__dirname, "..");

function main(): void {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, "tsconfig.json"),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
      },
    },
  );
  if (config === undefined) throw new Error("tsconfig.json cannot be read");
  const source = join(ROOT, "src").replaceAll("\\", "/");
  // the workbench is the host itself, it answers calls and makes none
  const isOurs = (file: string): boolean =>
    file.startsWith(`${source}/`) && !file.startsWith(`${source}/workbench/`);
  const program = ts.createProgram(config.fileNames.filter(isOurs), config.options);
  const problems = checkApiFloor(program, isOurs, floorOf(readFileSync(join(ROOT, "manifest.xml"), "utf8")));
  for (const problem of problems) console.error(problem.replace(`${ROOT}/`, ""));
  if (problems.length > 0) process.exitCode = 1;
  else console.log("Office.js: nothing above the manifest's requirements");
}

main();
