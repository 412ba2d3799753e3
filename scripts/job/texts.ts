import type { Analysis } from "../../src/domain/analysis";
import type { PastMeasures } from "../../src/domain/measures/plan-start";
import type { Monitoring } from "../../src/domain/monitoring/count";
import type { Problem } from "../../src/domain/problem";
import { counted } from "../../src/domain/text/russian";
import type { Stage } from "../../src/excel/jobs/create-roadmap";
import type { WorkbookError } from "../../src/excel/port";
import { fileFailureText } from "../../src/locales/file-failures";
import { problemText } from "../../src/locales/problems";
import { workbookErrorText as texts } from "../../src/locales/workbook-errors";
import type { InputProblem } from "./run";

const STAGES: Readonly<Record<Stage, string>> = {
  reading: "Чтение листов…",
  identifying: "Поиск школ…",
  writing: "Запись листов…",
  done: "Готово",
};

/** Words for the terminal. */
export const jobTexts = {
  noInput: "Не указана книга с результатами.",
  noFile: (path: string): string => `Файл не найден или недоступен: ${path}`,
  overInput: (path: string): string =>
    `Этот файл уже назван: ${path}. Исходные книги не изменяются, укажите для итога другое имя.`,
  noFolder: (path: string): string => `Папки нет или в неё нельзя писать: ${path}`,
  failed: (error: unknown): string =>
    `Не удалось: ${error instanceof Error ? error.message : String(error)}. Книга не изменена.`,
  seeHelp: "Справка: npm run --silent job -- --help",
  stage: (stage: Stage): string => STAGES[stage],
  nothingRead: (problems: readonly Problem[]): string =>
    [
      "Прочитать нечего, книга не изменена.",
      ...problems.slice(0, 20).map((problem) => `  ${problemText(problem, "ru")}`),
    ].join("\n"),
  monitored: ({ total, done, overdue, dueSoon }: Monitoring, problems: number, out: string): string =>
    `Готово: мероприятий ${total}, выполнено ${done}, просрочено ${overdue}, срок в ближайшие 30 дней у ${dueSoon}; замечаний: ${problems}. Книга: ${out}`,
  checked: (problems: readonly Problem[], out: string): string => {
    const count = (severity: Problem["severity"]): number =>
      problems.filter((problem) => problem.severity === severity).length;
    return `Готово: ошибок ${count("error")}, замечаний ${count("warning")}, к сведению ${count("info")}. Книга: ${out}`;
  },
  past: ({ past, total }: PastMeasures): string =>
    `Внимание: срок уже прошёл у ${past} из ${total} мероприятий плана. Начало плана задаёт --start.`,
  done: ({ group }: Analysis, problems: number, out: string): string => {
    const found = counted(group.group.length, "школа", "школы", "школ");
    return `Готово: в перечне ${found}, замечаний к данным: ${problems}. Книга: ${out}`;
  },
};

export const fileProblemText = ({ path, code, detail }: InputProblem): string =>
  `${path}: ${fileFailureText(code, "ru")}${detail === "" ? "" : ` (${detail})`}`;

export const workbookErrorText = ({ code, detail }: WorkbookError): string => texts(code, "ru", detail);
