import type { Story } from "../screen";
import { removalLabel } from "../../../src/locales/removal-label";

export const functions: Story = {
  name: "functions",
  screens: [
    {
      id: "functions",
      title: "Функции в ячейках",
      reach: async (walker) => {
        await walker.press(walker.texts.actions.functions);
        await walker.heading(walker.texts.formulas.heading);
      },
    },
    {
      id: "function-form",
      title: "Функция: параметры и формула",
      reach: async (walker) => {
        await walker.unfold("NOR.LOWRESULT");
        await walker.button(walker.texts.formulas.insert).waitFor();
      },
    },
    {
      id: "function-wrong",
      title: "Функция без обязательного параметра",
      reach: async (walker) => {
        await walker.press(walker.texts.formulas.insert);
        await walker.open.pane.getByText(walker.texts.formulas.required).first().waitFor();
      },
    },
    {
      id: "functions-replaced",
      title: "Формулы заменены значениями",
      reach: async (walker) => {
        await walker.press(walker.texts.formulas.scopes.workbook);
        const said = walker.open.pane.locator(".fui-MessageBar");
        await said.waitFor();
        await said.scrollIntoViewIfNeeded();
      },
    },
    {
      id: "removal-none",
      title: "Убирать нечего",
      reach: async (walker) => {
        await walker.press(walker.texts.formulas.back, removalLabel(walker.locale));
        await walker.open.pane.getByText(walker.texts.removal.none).waitFor();
      },
    },
  ],
};
