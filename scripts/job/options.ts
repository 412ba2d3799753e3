import { parseArgs } from "node:util";
import { COLUMNS_CHOICES } from "../../src/domain/documents/package/directory";
import { RULES } from "../../src/domain/identification/rules";
import { MOST_YEARS } from "../../src/domain/measures/plan-start";
import { isTemplateId, templateIds } from "../../src/domain/measures/templates";
import type { Limits } from "../../src/domain/monitoring/dynamics";
import { parseYear } from "../../src/domain/results/year";
import { DEFAULT_SETTINGS, type Settings } from "../../src/domain/settings";
import { typedDate } from "../../src/domain/text/russian";

export interface JobRequest {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly report: string | null;
  readonly settings: Settings;
  /** Control of a workbook that has a roadmap, instead of making one; null: make one. */
  readonly monitor: {
    readonly today: string | null;
    readonly from: string | null;
    readonly occurrences: boolean;
    readonly limits: Partial<Limits>;
  } | null;
  /** The check of the data instead of a roadmap, on a day; null: make a roadmap. */
  readonly check: { readonly today: string | null } | null;
}

/** Arguments that cannot be understood: exit code 2, the message is for the terminal. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const PACKAGES: readonly Settings["package"][] = ["roadmap", "all"];

const PERIODS = { school: "schoolYear", calendar: "calendarYear" } as const;
const PERIOD_WORDS = ["school", "calendar"] as const;

const RETAKES: readonly Settings["retakes"][] = ["first", "last"];

export const HELP = `Дорожная карта из книги с результатами, без Excel.

  npm run --silent job -- [параметры] --out ИТОГ.xlsx КНИГА.xlsx [ФАЙЛ2.xlsx ФАЙЛ3.csv …]

Первая книга сохраняется в ИТОГ.xlsx с добавленными листами; из остальных файлов только читаются результаты.

  --out ФАЙЛ               куда записать книгу (обязательно; исходный файл не меняется)
  --rule 000|004           правило выявления школ (000)
  --threshold 30           порог низкого результата, % (30)
  --min-participants 0     не учитывать процедуры с меньшим числом участников (0 – учитывать все)
  --year 2018/2019         рассматриваемый учебный год (последний, за который есть результаты)
  --year-before 2017/2018  более ранний год (предыдущий; если результатов нет – ближайший раньше)
  --template ИМЯ           шаблон: ${templateIds.join(", ")}
  --retakes first|last     какая попытка считается: первая или с пересдачами (first)
  --package roadmap|all    что составить: дорожную карту со списками или весь пакет документов (roadmap)
  --columns 000            столбцы дорожных карт: template (как в шаблоне), 000, 001, 002, 003, 004
  --municipality "Н-ский"  чьи школы взять, если в данных их несколько (по умолчанию все)
  --start 2019             календарный год, в котором начинается план (год окончания --year; следующий, если
                           в плане есть сроки до июля: итоги известны летом)
  --period school|calendar учебные или календарные годы плана (как в шаблоне)
  --years 2                сколько лет длится план (как в шаблоне)
  --monitor                не составлять дорожную карту, а проверить исполнение той, что в книге: листы
                           «Контроль», «Реестр мероприятий», «Отчёт об исполнении», «Показатели», «Динамика»
  --check                  не составлять дорожную карту, а записать лист «Проверка данных»: все замечания
                           к данным с ячейками и тем, что сделать; исправленные исчезают при повторе
  --today 2027-03-15       с --monitor, --check: на какой день (сегодня)
  --from 2026-09-01        с --monitor: с какого дня отчётный период (начало плана)
  --occurrences            с --monitor: лист «Повторяющиеся», каждый срок повторяющихся мероприятий – строка
  --fall 10, --rise 10     с --monitor: динамика положительная, если доля снизилась не менее, и отрицательная, если
                           выросла не менее чем на столько процентных пунктов (как на листе «Динамика»)
  --report ФАЙЛ.json       записать отчёт: результаты, замечания, выводы, листы
  --help                   эта справка

Код завершения: 0 – готово, 1 – прочитать нечего или файл не открылся, 2 – ошибка в параметрах.`;

/** @returns null when help is asked for */
export function parseRequest(args: readonly string[]): JobRequest | null {
  const { values, positionals } = parse(args);
  if (values.help === true) return null;
  if (values.out === undefined) throw new UsageError("Не указано, куда записать книгу: --out ИТОГ.xlsx");
  if (positionals.length === 0) throw new UsageError("Не указана книга с результатами.");
  if (!/\.xlsx$/i.test(values.out))
    throw new UsageError(`Итоговый файл должен оканчиваться на .xlsx: ${values.out}`);
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    ...(values.rule === undefined
      ? {}
      : {
          ruleId: oneOf(
            "--rule",
            values.rule,
            RULES.map(({ id }) => id),
          ),
        }),
    ...(values.threshold === undefined
      ? {}
      : { threshold: number("--threshold", values.threshold, 1, 100, false) }),
    ...(values["min-participants"] === undefined
      ? {}
      : { minParticipants: number("--min-participants", values["min-participants"], 0, 10_000, true) }),
    ...(values.year === undefined ? {} : { year: schoolYear("--year", values.year) }),
    ...(values["year-before"] === undefined
      ? {}
      : { yearBefore: schoolYear("--year-before", values["year-before"]) }),
    ...(values.template === undefined ? {} : { templateId: template(values.template) }),
    ...(values.package === undefined ? {} : { package: oneOf("--package", values.package, PACKAGES) }),
    ...(values.columns === undefined ? {} : { columns: oneOf("--columns", values.columns, COLUMNS_CHOICES) }),
    ...(values.municipality === undefined ? {} : { municipality: values.municipality.trim() || null }),
    ...(values.retakes === undefined ? {} : { retakes: oneOf("--retakes", values.retakes, RETAKES) }),
    ...(values.start === undefined ? {} : { start: number("--start", values.start, 2000, 2099, true) }),
    period: {
      unit:
        values.period === undefined ? "template" : PERIODS[oneOf("--period", values.period, PERIOD_WORDS)],
      years: values.years === undefined ? null : number("--years", values.years, 1, MOST_YEARS, true),
    },
  };
  if (settings.year !== null && settings.yearBefore !== null && settings.yearBefore >= settings.year) {
    throw new UsageError("--year-before должен быть раньше, чем --year.");
  }
  if (values.monitor === true && values.check === true)
    throw new UsageError("--monitor и --check вместе не указывают.");
  const ofMonitor = [values.from, values.fall, values.rise, values.occurrences];
  if (values.monitor !== true && ofMonitor.some((value) => value !== undefined))
    throw new UsageError("--from, --fall, --rise и --occurrences указывают вместе с --monitor.");
  if (values.monitor !== true && values.check !== true && values.today !== undefined)
    throw new UsageError("--today указывают вместе с --monitor или --check.");
  const monitor =
    values.monitor === true
      ? {
          today: isoDay("--today", values.today),
          from: isoDay("--from", values.from),
          occurrences: values.occurrences === true,
          limits: {
            ...(values.fall === undefined ? {} : { fall: number("--fall", values.fall, 0.1, 100, false) }),
            ...(values.rise === undefined ? {} : { rise: number("--rise", values.rise, 0.1, 100, false) }),
          },
        }
      : null;
  const check = values.check === true ? { today: isoDay("--today", values.today) } : null;
  return { inputs: positionals, out: values.out, report: values.report ?? null, settings, monitor, check };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: text,
        rule: text,
        threshold: text,
        "min-participants": text,
        year: text,
        "year-before": text,
        template: text,
        start: text,
        period: text,
        years: text,
        municipality: text,
        retakes: text,
        package: text,
        columns: text,
        report: text,
        monitor: { type: "boolean" },
        check: { type: "boolean" },
        occurrences: { type: "boolean" },
        today: text,
        from: text,
        fall: text,
        rise: text,
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(misunderstood(error));
  }
}

/** Node's own complaint in Russian; it names the option in quotes. */
function misunderstood(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const option = /--[\w-]+|(?<=')-\w/.exec(message)?.[0] ?? "";
  if (/unknown option/i.test(message)) return `Нет такого параметра: ${option}`;
  if (/argument missing|ambiguous/i.test(message)) return `Не указано значение параметра ${option}`;
  if (/does not take an argument/i.test(message)) return `У параметра ${option} нет значения`;
  return `Параметр не понят: ${message}`;
}

function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(`${name} ${value}: можно указать ${choices.join(", ")}.`);
  return found;
}

function template(value: string): Settings["templateId"] {
  if (!isTemplateId(value))
    throw new UsageError(`--template ${value}: есть шаблоны ${templateIds.join(", ")}.`);
  return value;
}

function number(name: string, value: string, least: number, most: number, whole: boolean): number {
  const parsed = Number(value.trim().replace(",", ".").replace(/\s*%$/, ""));
  if (value.trim() === "" || !(parsed >= least && parsed <= most) || (whole && !Number.isInteger(parsed))) {
    throw new UsageError(
      `${name} ${value}: нужно ${whole ? "целое число" : "число"} от ${least} до ${most}.`,
    );
  }
  return parsed;
}

/** A day as «2027-03-15» or «15.03.2027»; null where none is given. */
function isoDay(name: string, value: string | undefined): string | null {
  if (value === undefined) return null;
  const iso = typedDate(value) ?? value;
  const date = /^\d{4}-\d\d-\d\d$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : new Date(NaN);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso)
    throw new UsageError(`${name} ${value}: нужна дата, например 2027-03-15.`);
  return iso;
}

function schoolYear(name: string, value: string): number {
  const year = parseYear(value);
  if (year === null) throw new UsageError(`${name} ${value}: нужен учебный год, например 2018/2019.`);
  return year;
}
