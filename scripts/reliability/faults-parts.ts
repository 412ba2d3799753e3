import type { Part } from "./part";

/** A combination as test/excel/faults.test.ts counted it. */
export interface Fault {
  readonly job: string;
  readonly request: number;
  /** So many actions of the request were carried out; absent where it broke off by its share. */
  readonly action?: number;
  readonly trouble: string;
  readonly failure: string | null;
}

/** A combination as test/excel/meanwhile.test.ts counted it. */
export interface Meanwhile {
  readonly job: string;
  readonly sheet: string;
  readonly request: number;
  readonly action: string;
  readonly failure: string | null;
  /** The user came between the last look at the workbook and the writing. */
  readonly inWindow: boolean;
  /** Excel did not let the user: the sheet, or the structure of the workbook, was closed for the moment. */
  readonly refused: boolean;
}

type Row = readonly (string | number)[];

/** What Excel says, as the user would tell it. */
const SAID: Readonly<Record<string, string>> = {
  GeneralException: "отказ без объяснения (GeneralException)",
  InvalidOperationInCellEditMode: "идёт ввод в ячейку (InvalidOperationInCellEditMode)",
  AccessDenied: "доступ закрыт, например защитой (AccessDenied)",
  ItemNotFound: "листа или ячеек уже нет (ItemNotFound)",
  RequestPayloadSizeLimitExceeded: "запрос слишком велик (RequestPayloadSizeLimitExceeded)",
  ResponsePayloadSizeLimitExceeded: "ответ слишком велик (ResponsePayloadSizeLimitExceeded)",
  "нет ответа": "на один запрос нет ответа",
  "Excel замолчал": "Excel перестал отвечать совсем",
  "надстройка перезапущена": "надстройка перезапущена",
};
const MOMENTS = ["до выполнения", "посреди выполнения", "в конце выполнения", "после выполнения"] as const;

/** Begins the name of a trouble of the next start. */
const AGAIN = "снова при следующем запуске: ";

/** «GeneralException, после отдельного действия», at the next start too, as the user would tell it. */
function finerName(trouble: string): string {
  const again = trouble.startsWith(AGAIN) ? AGAIN : "";
  const code = trouble.slice(again.length).split(",")[0] ?? "";
  return again + (SAID[code] ?? code);
}

/** Every place is tried with each of the troubles. */
const places = (finer: readonly Fault[]): number =>
  Math.max(0, ...grouped(finer, ({ trouble }) => trouble).map(([, count]) => Number(count)));

const extent = (all: boolean, what: string): string =>
  all
    ? `Прогон полный: каждое задание × каждый запрос × ${what}.`
    : "Прогон частичный: сочетания, которые проверяет `npm test` (полный: `npm run faults`).";

export function faultsPart(faults: readonly Fault[], all: boolean): Part {
  const finer = faults.filter(({ action }) => action !== undefined);
  const finerAgain = finer.filter(({ trouble }) => trouble.startsWith(AGAIN));
  const finerAtFirst = finer.filter(({ trouble }) => !trouble.startsWith(AGAIN));
  return {
    title: "Сбои Excel",
    paragraphs: [
      `Задание выполняется во встроенном узле через настоящий office.js; один из его запросов срывается. Затем (а если Excel пропал, то после следующего запуска надстройки над той же книгой) книга сравнивается по значениям, формулам, оформлению, именам, параметрам и частям XML с тем, что было, и с тем, что должно получиться. Текст ошибки на обоих языках должен говорить, что случилось и что делать, и не обещать неправды о книге; повтор должен дать тот же готовый результат. Отдельно сбой повторяется при следующем запуске, пока надстройка наводит порядок: его должен навести запуск после него. ${extent(all, "каждый сбой")}`,
      `Пакет действий, который уходит в Excel одним запросом, – не транзакция: он может оборваться после любого действия. Поэтому запросы, которые пишут, обрываются не только в четыре названных ниже момента, но и между отдельными действиями: короткий – после каждого записывающего, длинный – до и после всего, что создаёт, удаляет, защищает или именует, там, где меняется вид действий, и ещё в местах, разложенных равномерно. В каждом месте Excel отказывает без объяснения и, отдельно, пропадает совсем. Места, после которых книга одна и та же, проверены один раз. Мест в запросах заданий: ${places(finerAtFirst)}; в запросах следующего запуска, который наводит порядок: ${places(finerAgain)}.`,
      `Сочетаний: ${faults.length}. Не прошло: ${failures(faults)}.`,
    ],
    tables: [
      {
        caption: "По заданиям:",
        head: ["Задание", "Запросов", "Сочетаний", "Не прошло"],
        rows: jobs(faults, ({ trouble }) => !trouble.startsWith(AGAIN)),
      },
      {
        caption: "По видам сбоев и моментам, в которые они случаются (сочетаний):",
        head: ["Сбой", ...MOMENTS, "Не прошло"],
        rows: inMoments(faults),
      },
      {
        caption: "Обрыв после отдельных действий запроса, который пишет:",
        head: ["Сбой", "Мест", "Не прошло"],
        rows: grouped(finer, ({ trouble }) => finerName(trouble)),
      },
      {
        caption: "Сбои без такого момента:",
        head: ["Сбой", "Сочетаний", "Не прошло"],
        rows: grouped(
          faults.filter(({ trouble, action }) => action === undefined && momentOf(trouble) === null),
          ({ trouble }) => trouble,
        ),
      },
    ],
    remains: [
      ...failed(
        faults,
        ({ job, request, action, trouble }) =>
          `${job}, запрос ${request}, ${trouble}${action === undefined ? "" : ` (${action})`}`,
      ),
      "сбои подставляет встроенный узел; в самом Excel их сочетания не проверены",
    ],
  };
}

export function meanwhilePart(meanwhile: readonly Meanwhile[], all: boolean): Part {
  const window = meanwhile.filter(({ inWindow }) => inWindow);
  const refused = window.filter((each) => each.refused);
  const lost = window.filter(({ failure }) => failure !== null).length;
  return {
    title: "Пока идёт работа, пользователь меняет книгу",
    paragraphs: [
      `Перед каждым запросом задания пользователь делает что-то с листом. Сделанное им остаётся; после чтения изменение листа, по которому идёт работа, замечено, названо, и ничего не записано; изменение других листов работе не мешает; повтор проходит. ${extent(all, "каждое действие пользователя")}`,
      `Сочетаний: ${meanwhile.length}. Не прошло: ${failures(meanwhile)}.`,
      `Последняя проверка и запись – два запроса подряд: Excel не даёт проверить и записать одним. Поэтому вместе с проверкой лист, который будет переписан, закрывается от правок (защита без пароля), а вместе с записью открывается: между ними правку не принимает сам Excel. Когда листы удаляются, так же закрывается структура книги: лист нельзя ни переименовать, ни переставить. Если работа оборвалась, всё открывает та же уборка, что доводит её до конца. Там, где на лист пользователя пишутся отдельные ячейки («Значения вместо формул», «Формула в ячейку»), лист не закрывается: это стёрло бы список отмены. Вместо этого записывающий запрос сам ещё раз смотрит, что он накрывает; если это уже не то, что было прочитано, прежнее возвращается в те ячейки, где ещё стоит записанное, а пользователю названо место. Потерянная правка – это сочетание, которое не прошло. Сочетаний с правкой между проверкой и записью ${window.length}: в ${refused.length} Excel не принял правку, и работа дошла до конца, в ${window.length - refused.length - lost} сделанное пользователем осталось, не прошло ${lost}.`,
    ],
    tables: [
      {
        caption: "По заданиям:",
        head: ["Задание", "Запросов", "Сочетаний", "Не прошло"],
        rows: jobs(meanwhile, () => true),
      },
      {
        caption: "По действиям пользователя:",
        head: ["Пользователь", "Сочетаний", "Не прошло"],
        rows: grouped(meanwhile, ({ action }) => action).sort(byFirst),
      },
    ],
    remains: [
      ...failed(
        meanwhile,
        ({ job, sheet, request, action }) => `${job}, запрос ${request}, «${sheet}», ${action}`,
      ),
      "если в тот же миг оборвётся и сам записывающий запрос, то, что он накрыл, вернуть нечем: ответа с прежним содержимым нет; два таких случая разом не подставлялись",
    ],
  };
}

type Counted = Pick<Fault, "job" | "request" | "failure">;

const byFirst = ([a]: Row, [b]: Row): number => String(a).localeCompare(String(b), "ru");

/** @param ofJob whether a combination counts requests of the job itself */
function jobs<T extends Counted>(list: readonly T[], ofJob: (each: T) => boolean): Row[] {
  return grouped(list, ({ job }) => job).map(([job = "", ...counts]) => {
    const requests = list.filter((each) => each.job === job && ofJob(each)).map(({ request }) => request);
    return [job, Math.max(...requests), ...counts];
  });
}

function momentOf(trouble: string): (typeof MOMENTS)[number] | null {
  return MOMENTS.find((moment) => trouble.endsWith(`, ${moment}`)) ?? null;
}

/** By what Excel says, each with its moments from left to right. */
function inMoments(faults: readonly Fault[]): Row[] {
  return Object.entries(SAID).map(([code, said]) => {
    const own = MOMENTS.map((moment) => faults.filter(({ trouble }) => trouble === `${code}, ${moment}`));
    return [said, ...own.map(({ length }) => length), failures(own.flat())];
  });
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
): Row[] {
  return [...new Set(list.map(key))].map((name) => {
    const group = list.filter((each) => key(each) === name);
    return [name, group.length, failures(group)];
  });
}
