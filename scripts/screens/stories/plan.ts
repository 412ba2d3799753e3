import type { Story } from "../screen";
import type { Walker } from "../walker";

const NAME = "Дорожная карта проекта «500+»";

const create = (walker: Walker): Promise<void> => walker.press(walker.texts.actions.create);

export const plan: Story = {
  name: "plan",
  screens: [
    {
      id: "plan",
      title: "Дорожная карта: что будет создано",
      reach: async (walker) => {
        await walker.read();
        await walker.step(3);
        await walker.heading(walker.texts.roadmap.heading);
        await walker.button(walker.texts.actions.create).waitFor();
      },
    },
    {
      id: "templates",
      title: "Шаблоны мероприятий",
      reach: async (walker) => {
        await walker.press(walker.texts.later.templates.open);
        await walker.button(walker.texts.later.templates.putAndUse(NAME)).waitFor();
      },
    },
    {
      id: "template-written",
      title: "Шаблон записан на лист",
      reach: async (walker) => {
        await walker.press(walker.texts.later.templates.putAndUse(NAME));
        await walker.open.pane
          .getByText(/Шаблон – Проект «500\+»/)
          .first()
          .scrollIntoViewIfNeeded();
      },
    },
    {
      id: "template-new",
      title: "Новый шаблон без названия",
      reach: async (walker) => {
        await walker.press(walker.texts.later.templates.create);
        const wrong = walker.open.pane.getByText(walker.texts.later.templates.nameWrong);
        await wrong.waitFor();
        await wrong.scrollIntoViewIfNeeded();
      },
    },
    {
      id: "mix",
      title: "Собрать свой шаблон",
      reach: async (walker) => {
        await walker.press(walker.texts.later.templates.mix);
        await walker.heading(walker.texts.later.mix.heading);
      },
    },
    {
      id: "mix-chosen",
      title: "Собрать свой шаблон: мероприятия выбраны",
      reach: async (walker) => {
        const { pane } = walker.open;
        await pane.getByLabel(walker.texts.later.mix.search, { exact: true }).fill("наставник");
        const chosen = pane.getByRole("checkbox").first();
        await chosen.check();
        await walker.toTop(chosen);
      },
    },
    {
      id: "stopping",
      title: "Идёт запись, «Остановить» нажато",
      reach: async (walker) => {
        await walker.press(walker.texts.later.mix.back, walker.texts.later.templates.back);
        await walker.excel("waits");
        await create(walker);
        await walker.press(walker.texts.files.stop);
      },
    },
    {
      id: "stopped",
      title: "Запись остановлена",
      reach: async (walker) => {
        await walker.excel("answers");
        await walker.open.pane.locator("main").getByText(walker.texts.roadmap.cancelled).waitFor();
      },
    },
    {
      id: "failure",
      title: "Дорожная карта не создана",
      reach: async (walker) => {
        await walker.excel("refuses");
        await create(walker);
        await walker.heading(walker.texts.roadmap.failedHeading);
        await walker.excel("answers");
      },
    },
    {
      id: "writing-elsewhere",
      title: "Идёт запись, начатая на другом экране",
      reach: async (walker) => {
        const { check, busy } = walker.texts.later;
        await walker.step(1);
        await walker.excel("waits");
        await walker.press(check.run);
        await walker.step(2);
        await walker.open.pane.getByText(busy.line("check")).first().waitFor();
      },
    },
  ],
};
