import { counted } from "../../src/domain/text/russian";
import { LOOKS, type Found, type Look, WIDTHS } from "./examine";
import type { Examined } from "./walk";

const LOOK_NAMES: Readonly<Record<Look, string>> = {
  light: "светлая",
  dark: "тёмная",
  contrast: "высокая контрастность",
};

/** What is left to a person after the report has measured what it can: rule and reason, in words. */
const UNRESOLVED: Readonly<Record<string, string>> = {
  "color-contrast: image": "позади текста рисунок или градиент",
  "color-contrast: opacity": "часть экрана полупрозрачна целиком",
  "color-contrast: elsewhere": "текст выходит за то, в чём лежит, и фон под ним считать нельзя",
  "color-contrast: covered": "поверх текста лежит другая часть экрана",
  "color-contrast: unknown": "цвет записан не числами",
  "target-size: unknown":
    "кнопка в несколько строк: axe не знает, какая её часть видна. Размер каждой измерен отдельно (колонка «мелкие»)",
  "aria-valid-attr-value: noId": "ссылка на часть, которой на экране нет: axe не знает, появится ли она",
};

const INTRO = `# Доступность панели

Отчёт пишет \`npm run accessibility\`: браузер проходит все экраны панели во всех состояниях (список — \`scripts/screens\`). Каждый осматривается
в светлой и тёмной теме при ширине 350 и 320 пикселей и при увеличении до 200 % (в панели остаётся 175 пикселей), в высокой контрастности — при
320 пикселях; по-английски — в светлой теме при 320 пикселях и при 200 %. Клавишей Tab экраны пройдены при 320 пикселях, по-русски ещё и при 200 %.
День один и тот же, времени работы в отчёте нет, поэтому повторный прогон даёт тот же текст. Тест \`test/e2e/accessibility.test.ts\` проходит часть
экранов и сверяет с этим отчётом.

| проверка | что проверяется |
|---|---|
| axe | axe-core: WCAG 2.0, 2.1 и 2.2 уровней A и AA и рекомендации axe, контраст измеряется в самом браузере. В высокой контрастности цвета ставит система |
| посчитано | контраст, который axe оставил человеку: отчёт берёт цвет текста и фоны под ним до первого непрозрачного и считает по формуле WCAG; меньше нормы — нарушение |
| шире | ничего не выходит за край панели; прокрутка вбок есть только у тепловой карты, ей хватает клавиатуры |
| обрезано | текст не обрезан там, где лишнее скрывается |
| мелкие | всё, что нажимают, не меньше 24 × 24 пикселей (WCAG 2.5.8), кроме ссылок внутри предложения |
| Tab | клавишей Tab по порядку достигается каждая кнопка, ссылка и поле; фокус виден, ничем не закрыт, ни одним краем, и выходит из экрана |
| объявлено | что скажет программа экранного доступа: заголовок, на который встал фокус, и живые области |
| русский текст | по-английски не остаётся русского, кроме слов книги и документов |
`;

/** The report of a walk in Russian and one in English. */
export function accessibilityDocument(russian: readonly Examined[], english: readonly Examined[]): string {
  return [
    INTRO,
    "## Итог",
    table(["проверка", "по-русски", "по-английски"], totals(russian, english)),
    "## axe: нарушения",
    table(["экран", ...LOOKS.map((look) => LOOK_NAMES[look]), "по-английски"], axeRows(russian, english)),
    "Число — нарушения на всех ширинах вместе; в скобках — сколько мест axe оставил человеку.",
    "### Оставленное человеку",
    unresolvedText([...russian, ...english]),
    "## Размеры",
    table(["экран", ...WIDTHS.map((width) => `${width}: шире, обрезано, мелкие`)], russian.map(layoutRow)),
    "## Клавиатура и объявления",
    table(["экран", "достигается Tab", "замечаний", "объявлено"], russian.map(keyboardRow)),
    "",
  ].join("\n\n");
}

/** The rows of a table that a shorter walk, in some variants, must give too: by screen, whether anything was found. */
export const faultsOf = ({
  variants,
  keyboard,
  said,
  language,
  russian,
  id,
}: Examined): readonly string[] => [
  ...variants.flatMap(({ look, width, found }) =>
    CHECKS.flatMap((check) => found[check].map((what) => `${id}, ${look}, ${width}: ${check}: ${what}`)),
  ),
  ...variants.flatMap(({ found }) =>
    found.unresolved
      .filter((rule) => UNRESOLVED[rule] === undefined)
      .map((rule) => `${id}: unexplained ${rule}`),
  ),
  ...keyboard.faults.map((fault) => `${id}: Tab: ${fault}`),
  ...russian.map((text) => `${id}: Russian: ${text}`),
  ...(said.length === 0 && id !== "start" ? [`${id}: nothing is said`] : []),
  ...(language === "ru" || language === "en" ? [] : [`${id}: language ${language}`]),
];

/** The line of the document about what Tab reaches and what is said; the same in every walk. */
export const keyboardLine = (examined: Examined): string => line(keyboardRow(examined));

const CHECKS = ["violations", "wider", "cut", "small"] as const;

const sum = (examined: readonly Examined[], of: (found: Found) => number): number =>
  examined.flatMap(({ variants }) => variants).reduce((total, { found }) => total + of(found), 0);

function totals(russian: readonly Examined[], english: readonly Examined[]): string[][] {
  const walks = [russian, english];
  const row = (name: string, of: (walk: readonly Examined[]) => number): string[] => [
    name,
    ...walks.map((walk) => String(of(walk))),
  ];
  return [
    row("экранов и состояний", (walk) => walk.length),
    row("осмотров: экран × тема × ширина", (walk) => walk.flatMap(({ variants }) => variants).length),
    row("axe: нарушений", (walk) => sum(walk, ({ violations }) => violations.length)),
    row("axe: посчитано отчётом", (walk) => sum(walk, ({ computed }) => computed)),
    row("axe: оставлено человеку", (walk) => sum(walk, ({ unresolved }) => unresolved.length)),
    row("шире панели", (walk) => sum(walk, ({ wider }) => wider.length)),
    row("обрезано", (walk) => sum(walk, ({ cut }) => cut.length)),
    row("мелкие", (walk) => sum(walk, ({ small }) => small.length)),
    row("достигается Tab", (walk) => walk.reduce((all, { keyboard }) => all + keyboard.controls, 0)),
    row("замечаний к клавиатуре", (walk) =>
      walk.reduce((all, { keyboard }) => all + keyboard.faults.length, 0),
    ),
    row(
      "экранов без объявления, кроме первого",
      (walk) => walk.filter(({ said, id }) => said.length === 0 && id !== "start").length,
    ),
    row("русский текст", (walk) => walk.reduce((all, { russian: left }) => all + left.length, 0)),
  ];
}

function axeRows(russian: readonly Examined[], english: readonly Examined[]): string[][] {
  return russian.map((examined) => [
    name(examined),
    ...LOOKS.map((look) => axeCell([examined], look)),
    axeCell(
      english.filter(({ id }) => id === examined.id),
      null,
    ),
  ]);
}

function axeCell(examined: readonly Examined[], look: Look | null): string {
  const of = examined.map((each) => ({
    ...each,
    variants: each.variants.filter((variant) => look === null || variant.look === look),
  }));
  const left = sum(of, ({ unresolved }) => unresolved.length);
  return `${sum(of, ({ violations }) => violations.length)}${left === 0 ? "" : ` (${left})`}`;
}

function layoutRow(examined: Examined): string[] {
  const cells = WIDTHS.map((width) => {
    const own = [{ ...examined, variants: examined.variants.filter((variant) => variant.width === width) }];
    return (["wider", "cut", "small"] as const)
      .map((check) => sum(own, (found) => found[check].length))
      .join(", ");
  });
  return [name(examined), ...cells];
}

const keyboardRow = (examined: Examined): string[] => [
  name(examined),
  String(examined.keyboard.controls),
  String(examined.keyboard.faults.length),
  examined.said.map(short).join(" · ") || "—",
];

const name = ({ title, id }: Examined): string => `${title} (\`${id}\`)`;

const LONGEST = 90;
const short = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`);

function unresolvedText(examined: readonly Examined[]): string {
  const counts = new Map<string, number>();
  for (const rule of examined.flatMap(({ variants }) => variants).flatMap(({ found }) => found.unresolved))
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  if (counts.size === 0) return "Таких мест нет.";
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([rule, n]) =>
        `- \`${rule.split(":")[0] ?? rule}\`, ${counted(n, "место", "места", "мест")}: ${UNRESOLVED[rule] ?? "не разобрано"}.`,
    )
    .join("\n");
}

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(header), `|${"---|".repeat(header.length)}`, ...rows.map(line)].join("\n");
