/**
 * Every job × every request × what a user may do to a sheet while it runs. `npm test` takes a part of the combinations;
 * `npm run faults` takes all and writes the report.
 */
import { writeFileSync } from "node:fs";
import { type AddIn, boot } from "./harness";
import { ACTIONS } from "./faults/actions";
import { prepare } from "./faults/bench";
import { JOBS } from "./faults/jobs";
import { meanwhile } from "./faults/meanwhile";

const ALL = process.env["FAULTS"] === "all";
const REPORT = process.env["MEANWHILE_REPORT"];

let addin: AddIn;
const counted: {
  job: string;
  sheet: string;
  request: number;
  action: string;
  failure: string | null;
  lostInWindow: boolean;
}[] = [];

beforeAll(async () => {
  addin = await boot();
});
afterAll(() => {
  addin.dispose();
  if (REPORT !== undefined) writeFileSync(REPORT, JSON.stringify(counted));
});

/** The user's sheets and ours that a job reads or writes. */
const SHEETS: Readonly<Record<string, readonly string[]>> = {
  "Список и дорожная карта": ["Сводная", "Заметки"],
  "Весь пакет документов": ["Сводная", "Заметки"],
  Обновить: ["Сводная", "Дорожная карта", "ШНОР", "Реквизиты"],
  "Добавить файл": ["Сводная", "Добавленные файлы", "Школы"],
  "Контроль исполнения": ["Контроль", "Дорожная карта", "История изменений"],
  "Проверка данных": ["Сводная", "Проверка данных"],
};

/** Every action meets every job, on a sheet and before a request that move on. */
const chosen = (sheet: number, action: number, request: number, requests: number): boolean =>
  ALL || (action % 2 === sheet % 2 && (action + sheet) % 3 === requests - 1 - request);

describe.each(JOBS.map((job) => [job.name, job] as const))("%s", (name, job) => {
  test(
    "what the user does meanwhile stands, and is noticed",
    async () => {
      const prepared = await prepare(addin, job);
      for (const [place, sheet] of (SHEETS[name] ?? []).entries())
        for (let request = 1; request <= prepared.requests; request++)
          for (const [number, action] of ACTIONS.entries()) {
            if (!chosen(place, number, request, prepared.requests)) continue;
            const seen = await meanwhile(addin, prepared, request, sheet, action);
            counted.push({ job: name, sheet, request, action: action.name, ...seen });
          }
      const failed = counted.filter((each) => each.job === name && each.failure !== null);
      expect(
        failed
          .map((each) => `${each.request} × ${each.sheet}, ${each.action}: ${each.failure}`.slice(0, 700))
          .slice(0, 6),
      ).toEqual([]);
    },
    ALL ? 1_800_000 : 60_000,
  );
});
