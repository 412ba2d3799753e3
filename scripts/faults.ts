/**
 * `npm run faults [part]`: every job × every request × everything that can go wrong, and everything that a user may do
 * meanwhile, in the embedded host; writes docs/reliability.md. With `part` only the combinations of `npm test`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writePart } from "./reliability/document";

interface Fault {
  readonly job: string;
  readonly request: number;
  readonly trouble: string;
  readonly failure: string | null;
}
interface Meanwhile {
  readonly job: string;
  readonly sheet: string;
  readonly request: number;
  readonly action: string;
  readonly failure: string | null;
  readonly lostInWindow: boolean;
}

const all = process.argv[2] !== "part";
const folder = mkdtempSync(join(tmpdir(), "shnor-faults-"));
const [faultsFile, meanwhileFile] = [join(folder, "faults.json"), join(folder, "meanwhile.json")];
const { status } = spawnSync(
  "npx",
  ["jest", "--maxWorkers=1", "test/excel/faults.test.ts", "test/excel/meanwhile.test.ts"],
  {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: {
      ...process.env,
      FAULTS_REPORT: faultsFile,
      MEANWHILE_REPORT: meanwhileFile,
      ...(all ? { FAULTS: "all" } : {}),
    },
  },
);
const faults = JSON.parse(readFileSync(faultsFile, "utf8")) as Fault[]; // as the tests wrote them
const meanwhile = JSON.parse(readFileSync(meanwhileFile, "utf8")) as Meanwhile[];
rmSync(folder, { recursive: true, force: true });

const extent = all
  ? "Прогон полный: каждое задание × каждый запрос × каждая беда."
  : "Прогон частичный: сочетания, которые проверяет `npm test` (полный: `npm run faults`).";

writePart("10-faults", {
  title: "Сбои Excel",
  paragraphs: [
    `Задание выполняется во встроенном узле через настоящий office.js; один из его запросов срывается. Затем (а если Excel пропал — после следующего запуска надстройки над той же книгой) книга сравнивается по значениям, формулам, оформлению, именам, параметрам и частям XML с тем, что было, и с тем, что должно получиться; у ошибки должен быть текст, что делать; повтор должен дать тот же готовый результат. ${extent}`,
    `Сочетаний: ${faults.length}. Не прошло: ${failures(faults)}.`,
  ],
  tables: [
    {
      caption: "По заданиям:",
      head: ["Задание", "Сочетаний", "Не прошло"],
      rows: grouped(faults, ({ job }) => job),
    },
    {
      caption: "По бедам:",
      head: ["Беда", "Сочетаний", "Не прошло"],
      rows: grouped(faults, ({ trouble }) => trouble),
    },
  ],
  remains: failed(faults, ({ job, request, trouble }) => `${job}, запрос ${request}, ${trouble}`),
});
const lost = meanwhile.filter(({ lostInWindow }) => lostInWindow);
writePart("20-meanwhile", {
  title: "Пока идёт работа, пользователь меняет книгу",
  paragraphs: [
    `Перед каждым запросом задания пользователь делает что-то с листом. Сделанное им остаётся; после чтения изменение листа, по которому идёт работа, замечено, названо, и ничего не записано; повтор проходит. ${extent}`,
    `Сочетаний: ${meanwhile.length}. Не прошло: ${failures(meanwhile)}.`,
    `Остаётся окно: между последней проверкой и записью, то есть между ответом на предпоследний запрос и последним запросом. В нём из ${meanwhile.filter(({ request, job }) => request === last(job)).length} сочетаний правка потеряна в ${lost.length}.`,
  ],
  tables: [
    {
      caption: "По заданиям:",
      head: ["Задание", "Сочетаний", "Не прошло"],
      rows: grouped(meanwhile, ({ job }) => job),
    },
    {
      caption: "По действиям:",
      head: ["Пользователь", "Сочетаний", "Не прошло"],
      rows: grouped(meanwhile, ({ action }) => action),
    },
  ],
  remains: [
    ...failed(
      meanwhile,
      ({ job, sheet, request, action }) => `${job}, запрос ${request}, «${sheet}», ${action}`,
    ),
    ...lost.map(({ job, sheet, action }) => `окно перед записью: ${job}, «${sheet}», ${action}`),
  ],
});
process.exitCode = status ?? 1;

function last(job: string): number {
  return Math.max(...meanwhile.filter((each) => each.job === job).map(({ request }) => request));
}

function failures(list: readonly { readonly failure: string | null }[]): number {
  return list.filter(({ failure }) => failure !== null).length;
}

function failed<T extends { readonly failure: string | null }>(
  list: readonly T[],
  place: (each: T) => string,
): string[] {
  return list.flatMap((each) =>
    each.failure === null ? [] : [`${place(each)}: ${each.failure.split("\n")[0] ?? ""}`],
  );
}

function grouped<T extends { readonly failure: string | null }>(
  list: readonly T[],
  key: (each: T) => string,
): (string | number)[][] {
  return [...new Set(list.map(key))].map((name) => {
    const group = list.filter((each) => key(each) === name);
    return [name, group.length, failures(group)];
  });
}
