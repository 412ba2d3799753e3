import type { Picked } from "../../../test/e2e/hand";
import type { Story } from "../screen";

const csv = (name: string, lines: readonly string[]): Picked => ({
  name,
  buffer: Buffer.from(lines.join("\r\n"), "utf8"),
});
const REGION = csv("Регион, история 8.csv", [
  "Муниципалитет;Школа;Процедура;Учебный год;Участников;Не справились",
  "Н-ский муниципальный округ;МБОУ «Калиновская СОШ»;ВПР история 8;2025/2026;20;9",
  "Заречный муниципальный район;МБОУ «Заречная СОШ»;ВПР история 8;2025/2026;16;2",
]);
const OLD: Picked = { name: "старый отчёт.xls", buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) };

/** In the sample: a sheet that results are read from. */
const SHEET = "ВПР 2026";

export const data: Story = {
  name: "data",
  screens: [
    {
      id: "start",
      title: "Начало",
      reach: (walker) => walker.button(walker.texts.actions.read).waitFor(),
    },
    {
      id: "reading",
      title: "Идёт чтение, «Остановить»",
      reach: async (walker) => {
        await walker.excel("waits");
        await walker.press(walker.texts.actions.read);
        await walker.button(walker.texts.files.stop).waitFor();
      },
    },
    {
      id: "data",
      title: "Что прочитано",
      reach: async (walker) => {
        await walker.excel("answers");
        await walker.heading(walker.texts.data.heading);
        await walker.button(walker.texts.files.add).waitFor();
      },
    },
    {
      id: "correct",
      title: "Столбцы и исправления таблицы",
      reach: (walker) => walker.unfold(walker.texts.recognition.details),
    },
    {
      id: "unread-sheets",
      title: "Листы, где таблица не найдена",
      reach: async (walker) => {
        await walker.unfold(walker.texts.recognition.unread);
        await walker.unfold(walker.texts.recognition.show);
      },
    },
    {
      id: "check",
      title: "Проверка данных записана на лист",
      reach: async (walker) => {
        await walker.press(walker.texts.later.check.run);
        const done = walker.open.pane.getByText(walker.texts.later.check.sheet("Проверка данных"));
        await done.waitFor();
        await walker.toTop(walker.button(walker.texts.later.check.run));
      },
    },
    {
      id: "notice",
      title: "Сообщение о неудаче рядом с работой",
      reach: async (walker) => {
        await walker.excel("refuses");
        await walker.open.pane.locator("main li button[title]:visible").first().click();
        await walker.open.pane.getByRole("alert").waitFor();
        await walker.excel("answers");
      },
    },
    {
      id: "files",
      title: "Добавленные файлы и выбор муниципалитета",
      reach: async (walker) => {
        await walker.press(walker.texts.actions.dismiss);
        await walker.addFiles([REGION, OLD]);
        const choice = walker.open.pane.getByLabel(walker.texts.files.municipality, { exact: true });
        await choice.waitFor();
        await walker.toTop(choice);
      },
    },
    {
      id: "stale",
      title: "Книга изменилась после чтения",
      reach: async (walker) => {
        await walker.type(SHEET, [["F17", "20"]]);
        const told = walker.texts.later.stale.text([{ name: SHEET, how: "edited" }]);
        await walker.open.pane.getByText(told).scrollIntoViewIfNeeded();
      },
    },
    {
      id: "unread-failure",
      title: "Прочитать не удалось",
      reach: async (walker) => {
        await walker.excel("refuses");
        await walker.press(walker.texts.actions.readAgain);
        await walker.heading(walker.texts.failures.heading);
      },
    },
  ],
};
