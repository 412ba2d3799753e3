import { columnName } from "../../src/domain/grid";
import { Hand } from "./hand";
import { nameBox, save, sheetTabs, textsOf, until, type OpenPage } from "./workbench";

/** A thing that a methodist comes for; `done` throws unless the pane or the workbook shows that it is done. */
interface Task {
  readonly name: string;
  readonly run: (hand: Hand) => Promise<void>;
}

/** One line of the table. */
export interface Walked {
  readonly task: string;
  readonly way: readonly string[];
  readonly clicks: number;
  readonly typed: number;
  readonly seconds: number;
}

/** A file as a school sends it: one more procedure of the sample's year. */
const LINES = [
  "Школа;Процедура;Учебный год;Участников;Не справились",
  "МБОУ «Березовская СОШ»;ВПР история 8;2025/2026;20;9",
  "МБОУ «Малиновская СОШ»;ВПР история 8;2025/2026;16;2",
];
const HISTORY = { name: "История 8.csv", buffer: Buffer.from(LINES.join("\r\n"), "utf8") };
/** Low in the sample by ВПР in mathematics of class 6 (F17:H17, 7 of 20) and by ОГЭ (E13:G13, 5 of 16). */
const REASON = /^ОГЭ математика, 2025\/2026: 31,3/;

const TASKS: readonly Task[] = [
  {
    name: "Найти школы с низкими результатами",
    run: async (hand) => {
      await hand.ribbonToPane("Найти школы");
      await heading(hand, /^В перечне 8 школ/);
    },
  },
  {
    name: "Узнать, почему школа в перечне: увидеть её ячейки",
    run: async (hand) => {
      await hand.click(
        hand.open.pane.getByText(REASON).first(),
        "ОГЭ математика, 2025/2026: 31,3 % (5 из 16)",
      );
      await until(async () => (await nameBox(hand.open.page).inputValue()) === "E13:G13");
    },
  },
  {
    name: "Исправить ошибочное число и проверить школы снова",
    run: async (hand) => {
      await hand.tab("ВПР 2026");
      await hand.cell("G17", "2");
      await hand.ribbonToPane("Найти школы");
      await heading(hand, /^В перечне 7 школ/);
    },
  },
  {
    name: "Добавить файл, присланный школой",
    run: async (hand) => {
      const { pane } = hand.open;
      await hand.click(pane.getByRole("button", { name: /^1\. Данные/ }), "1. Данные");
      await hand.file("Добавить файлы", HISTORY);
      await pane.getByText("2 результата, 1 лист").waitFor();
    },
  },
  {
    name: "Сменить порог на 25 %",
    run: async (hand) => {
      const threshold = hand.open.pane.getByRole("button", { name: /^Порог 30\D+изменить$/ });
      await hand.click(threshold, "Порог 30 %");
      await hand.type("Порог, %", "25");
      await hand.press("Применить");
      await hand.open.pane.getByText(/^Порог 25\D/).waitFor();
    },
  },
  {
    name: "Создать дорожную карту",
    run: async (hand) => {
      await hand.ribbon("Создать дорожную карту");
      await heading(hand, /^Готово/);
      await hasSheets(hand, "Дорожная карта", "ШНОР", "Реквизиты");
    },
  },
  {
    name: "Создать весь пакет: приказ, назначения, карты школ, уведомления",
    run: async (hand) => {
      await hand.ribbonToPane("Создать пакет документов");
      await hand.press("Обновить листы");
      await heading(hand, /^Готово/);
      await hasSheets(hand, "Содержание", "Приказ", "Назначения");
    },
  },
  {
    name: "Взять шаблон в книгу и сделать карту по нему",
    run: async (hand) => {
      await hand.press("Шаблоны мероприятий");
      await hand.press("Поместить в книгу и делать по нему: Дорожная карта проекта «500+»");
      await create(hand);
    },
  },
  {
    name: "Отметить исполнение и обновить «Контроль»",
    run: async (hand) => {
      const address = await firstStatus(hand.open);
      await hand.tab("Дорожная карта");
      await hand.cell(address, "выполнено");
      await hand.ribbon("Обновить контроль");
      await hasSheets(hand, "Контроль");
    },
  },
  {
    name: "Составить отчёт об исполнении",
    run: async (hand) => {
      await hand.ribbonToPane("Составить отчёт…");
      await hand.press("Составить отчёт за период");
      await until(async () => (await activeTab(hand.open)) === "Отчёт об исполнении");
    },
  },
];

/** Walks the tasks one after another over one open workbook, as on one working day. */
export async function walk(open: OpenPage, tasks: readonly Task[] = TASKS): Promise<readonly Walked[]> {
  const walked: Walked[] = [];
  for (const { name, run } of tasks) {
    const hand = new Hand(open);
    const started = Date.now();
    try {
      await run(hand);
    } catch (problem) {
      throw new Error(`«${name}», после: ${hand.way.join(" → ")}`, { cause: problem });
    }
    const { way, clicks, typed } = hand;
    walked.push({ task: name, way, clicks, typed, seconds: (Date.now() - started) / 1000 });
  }
  return walked;
}

async function heading({ open }: Hand, name: RegExp): Promise<void> {
  await open.pane.getByRole("heading", { name }).first().waitFor();
}

async function hasSheets({ open }: Hand, ...names: readonly string[]): Promise<void> {
  await until(async () => {
    const tabs = await sheetTabs(open.page);
    return names.every((name) => tabs.includes(name));
  });
}

/** Starts the run of the last screen; where sheets are there already, says that they be updated. */
async function create(hand: Hand): Promise<void> {
  const { pane } = hand.open;
  await hand.press("Создать дорожную карту");
  const update = pane.getByRole("button", { name: "Обновить листы" });
  const done = pane.getByRole("heading", { name: /^Готово/ });
  await update.or(done).first().waitFor();
  if (await update.isVisible()) await hand.press("Обновить листы");
  await done.waitFor();
}

const activeTab = ({ page }: OpenPage): Promise<string> =>
  page.locator('[data-u-comp="slide-tab-item"][aria-selected="true"]').innerText();

/** The cell under «Статус» of the roadmap's first measure. */
async function firstStatus(open: OpenPage): Promise<string> {
  const { book } = await save(open);
  const header = textsOf(book, "Дорожная карта").find(({ text }) => text === "Статус");
  if (!header) throw new Error("no «Статус» on the roadmap");
  const first = textsOf(book, "Дорожная карта").find(
    ({ row, column, text }) => row > header.row && column === header.column && text === "не начато",
  );
  if (!first) throw new Error("no measure to mark");
  return columnName(first.column) + String(first.row + 1);
}
