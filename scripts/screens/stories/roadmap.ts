import { columnName } from "../../../src/domain/grid";
import { removalLabel } from "../../../src/locales/removal-label";
import { save, showSheet, textsOf } from "../../../test/e2e/workbench";
import type { Screen, Story } from "../screen";
import type { Walker } from "../walker";

const ROADMAP = "Дорожная карта";

/** A sheet that was made, as it looks. */
const sheet = (id: string, name: string): Screen => ({
  id,
  title: `Лист «${name}»`,
  part: "grid",
  reach: ({ open }) => showSheet(open.page, name),
});

const done = (walker: Walker, heading: "doneHeading" | "doneUpdatedHeading"): Promise<void> =>
  walker.heading(walker.texts.roadmap[heading]);

/** A cell of the roadmap that says the threshold: another threshold changes it. */
async function thresholdCell({ open }: Walker): Promise<string> {
  const { book } = await save(open);
  const found = textsOf(book, ROADMAP).find(({ text }) => /30\s%/.test(text));
  if (!found) throw new Error("no threshold on the roadmap");
  return columnName(found.column) + String(found.row + 1);
}

/** Decisions of each kind: a school more, a school less, one that has nothing to be taken out of. */
const DECISIONS = [
  ["A5", "МБОУ «Малиновская СОШ»"],
  ["B5", "включить"],
  ["C5", "Приказ управления образования от 01.09.2026 № 210: неблагоприятные социальные условия"],
  ["D5", "01.09.2026"],
  ["A6", "МБОУ «Калиновская СОШ»"],
  ["B6", "исключить"],
  ["C6", "Решение муниципальной комиссии"],
  ["A7", "МБОУ «Березовская СОШ»"],
  ["B7", "исключить"],
] as const;

export const roadmap: Story = {
  name: "roadmap",
  screens: [
    {
      id: "summary-first",
      title: "Готово: дорожная карта создана",
      reach: async (walker) => {
        await walker.command("CreateRoadmap");
        await done(walker, "doneHeading");
      },
    },
    { id: "roadmap", title: "Готово, рядом с книгой", part: "page", reach: () => Promise.resolve() },
    {
      id: "plan-other",
      title: "Дорожная карта создана по другим настройкам",
      reach: async (walker) => {
        await walker.type(ROADMAP, [[await thresholdCell(walker), "Порог – по решению рабочей группы"]]);
        await walker.step(2);
        await walker.press(walker.texts.actions.change);
        await walker.fill(walker.texts.settings.threshold, "25");
        await walker.press(walker.texts.actions.toRoadmap);
        await walker.open.pane.getByText(walker.texts.later.plan.made).waitFor();
      },
    },
    {
      id: "conflicts",
      title: "Изменили и вы, и новая редакция",
      reach: async (walker) => {
        const { create, createAgain } = walker.texts.actions;
        await walker.button(create).or(walker.button(createAgain)).first().click();
        await walker.press(walker.texts.actions.update);
        await walker.heading(walker.texts.roadmap.conflictsHeading);
      },
    },
    {
      id: "merged",
      title: "Готово: дорожная карта обновлена с правками",
      reach: async (walker) => {
        await walker.press(walker.texts.later.conflicts.proceed);
        await done(walker, "doneUpdatedHeading");
      },
    },
    {
      id: "decisions",
      title: "Решения по школам",
      reach: async (walker) => {
        await walker.type("Решения по школам", DECISIONS);
        await walker.command("FindSchools");
        const added = walker.open.pane.getByRole("heading", { name: walker.texts.schools.added });
        await added.waitFor();
        await walker.toTop(added);
      },
    },
    {
      id: "question",
      title: "Листы уже есть. Обновить?",
      reach: async (walker) => {
        await walker.command("CreatePackage");
        await walker.button(walker.texts.actions.update).waitFor();
      },
    },
    {
      id: "summary",
      title: "Готово: весь пакет",
      reach: async (walker) => {
        await walker.press(walker.texts.actions.update);
        await done(walker, "doneUpdatedHeading");
      },
    },
    sheet("order", "Приказ"),
    sheet("low-schools", "ШНОР"),
    sheet("requisites", "Реквизиты"),
    {
      id: "removal",
      title: "Убрать созданные листы",
      reach: async (walker) => {
        await walker.press(removalLabel(walker.locale));
        await walker.button(/[0-9]/).waitFor();
      },
    },
    {
      id: "removal-confirm",
      title: "Убрать листы: подтверждение",
      reach: async (walker) => {
        await walker.open.pane.locator("main button").last().click();
        await walker.open.pane.getByRole("alertdialog").waitFor();
      },
    },
    {
      id: "removed",
      title: "Листы убраны",
      reach: async (walker) => {
        await walker.press(walker.texts.removal.yes);
        await walker.open.pane.getByRole("alertdialog").waitFor({ state: "detached" });
        await walker.open.pane.locator("[role=status] .fui-MessageBar").waitFor();
      },
    },
  ],
};
