import type { Walked } from "./walk";

const INTRO = `# Десять задач методиста

Таблицу пишет \`npm run walk\`: браузер проходит десять задач подряд в одной книге с образцом, как человек, — нажимает кнопки по их названиям и вводит
значения в ячейки. Выбор в списке — два щелчка, файл в окне системы — два, ячейка — один. Секунды — работа надстройки на рабочей площадке вместе с ожиданием
страницы; чтение экрана и раздумья человека в них не входят. Тест \`test/e2e/walk.test.ts\` проходит те же задачи и сверяет с этой таблицей всё, кроме секунд.
`;

/** The document with the table of a walk; without seconds where documents of two walks are compared. */
export function clicksDocument(walked: readonly Walked[]): string {
  const sum = (of: (each: Walked) => number): number => walked.reduce((total, each) => total + of(each), 0);
  const lines = [
    "| № | задача | щелчков | вводов | секунд | как |",
    "|---|---|---|---|---|---|",
    ...walked.map(({ task, way, clicks, typed, seconds }, index) =>
      row([index + 1, task, clicks, typed, decimal(seconds), way.join(" → ")]),
    ),
    row([
      "",
      "всего",
      sum((each) => each.clicks),
      sum((each) => each.typed),
      decimal(sum((each) => each.seconds)),
      "",
    ]),
  ];
  return `${INTRO}\n${lines.join("\n")}\n`;
}

/** What must be the same in every walk. */
export const withoutSeconds = (document: string): string => document.replace(/\| \d+,\d \|/g, "| |");

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
const decimal = (seconds: number): string => seconds.toFixed(1).replace(".", ",");
