/**
 * `npm run excel:check`: runs the scenario in Excel on this computer and compares its answers with the embedded host's.
 * Needs Windows (or macOS) with Excel. `--embedded` prints the embedded host's own answers anywhere.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareAnswers, formatCompared } from "./compare";
import { embeddedAnswers } from "./embedded";
import { answersOfExcel, CheckProblem, NO_ANSWER, NO_CERTIFICATE, NO_START } from "./excel";
import { checkManifest } from "./manifest";
import { NAMESPACE, STEPS } from "./scenario";

const ROOT = join(__dirname, "..", "..");

export const NO_EXCEL = `Здесь нет Excel, поэтому сравнивать не с чем: сценарий выполняется в настоящем Excel под Windows или macOS.
На компьютере с Excel: npm ci, npx office-addin-dev-certs install, npm run excel:check.
Ответы площадки без Excel: npm run excel:check -- --embedded. Что ещё не видано в Excel: docs/not-yet-seen-in-excel.md.`;

const PROBLEMS: Readonly<Record<CheckProblem["code"], string>> = {
  [NO_CERTIFICATE]:
    "Нет доверенного сертификата для https://localhost. Выполните npx office-addin-dev-certs install и повторите.",
  [NO_START]:
    "Excel не запустился через office-addin-debugging. Откройте Excel вручную, проверьте, что он активирован, и повторите.",
  [NO_ANSWER]:
    "За пять минут Excel не прислал ответов. Откройте в нём панель «ШНОР: проверка в Excel» и посмотрите, что она пишет.",
};

/** Whether Excel may be on this computer: Windows tells by its registry, macOS by the application's folder. */
export function hasExcel(platform: NodeJS.Platform): boolean {
  if (platform === "win32")
    return spawnSync("reg", ["query", "HKCR\\Excel.Application\\CurVer"]).status === 0;
  return platform === "darwin" && spawnSync("test", ["-d", "/Applications/Microsoft Excel.app"]).status === 0;
}

/** @returns the exit code: 0 alike or nothing to compare with, 1 differences, 2 the check could not run. */
export async function main(
  args: readonly string[],
  say: (text: string) => void,
  platform: NodeJS.Platform = process.platform,
): Promise<number> {
  if (args.includes("--embedded")) {
    const { answers } = await embeddedAnswers();
    for (const { id, behaviour } of STEPS) say(`${id}: ${JSON.stringify(answers[id])} — ${behaviour}`);
    return 0;
  }
  if (!hasExcel(platform)) {
    say(NO_EXCEL);
    return 2;
  }
  try {
    const folder = join(ROOT, "out", "excel-check");
    mkdirSync(folder, { recursive: true });
    const manifest = join(folder, "manifest.xml");
    writeFileSync(manifest, checkManifest(readFileSync(join(ROOT, "manifest.xml"), "utf8"), NAMESPACE));
    const { version, answers } = await answersOfExcel(ROOT, manifest);
    const compared = compareAnswers(STEPS, answers, (await embeddedAnswers()).answers);
    say(`Excel ${version}. ${formatCompared(compared)}`);
    return compared.every(({ same }) => same) ? 0 : 1;
  } catch (problem) {
    if (!(problem instanceof CheckProblem)) throw problem;
    say(`${PROBLEMS[problem.code]}${problem.detail === "" ? "" : `\n${problem.detail}`}`);
    return 2;
  }
}

if (require.main === module)
  void main(process.argv.slice(2), (text) => {
    console.log(text);
  }).then((code) => {
    process.exitCode = code;
  });
