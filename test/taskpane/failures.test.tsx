/** @jest-environment jsdom */
import "./dom";
import { screen } from "@testing-library/react";
import { WorkbookError, type WorkbookErrorCode } from "../../src/excel/port";
import type { Locale } from "../../src/locales/locale";
import { workbookErrorText } from "../../src/locales/workbook-errors";
import { fakeWorkbook, gridOf, ROWS } from "./fake-workbook";
import { button, heading, press, show, TO_DATA, TO_END } from "./show";

// a code that is missing here fails the type check
/** A run that the user stopped is no failure: `stop.test.tsx`. */
type Failure = Exclude<WorkbookErrorCode, "stopped">;

const TEXTS: Readonly<Record<Failure, RegExp>> = {
  cellEditing: /Завершите ввод клавишей Enter и повторите/,
  structureProtected: /Структура книги защищена.*Рецензирование → Защитить книгу/,
  sheetProtected: /Лист «at A1» защищён.*Снимите защиту листа/,
  denied: /закрыл доступ.*Снимите защиту.*повторите/,
  tooLarge: /больше, чем Excel принимает.*Разделите книгу/,
  sheetGone: /Лист удалён или переименован.*Повторите/,
  notSupported: /версия Excel.*Обновите Excel/,
  changedMeanwhile: /в книге что-то изменилось.*Повторите/,
  writtenNotRead: /Ответ записан на лист «at A1».*Прочитать заново/,
  noAnswer: /Excel не ответил.*клавишей Enter и повторите/,
  overwritten: /запись легла поверх: at A1\. .*введите туда заново/,
  leftUnfinished: /посреди записи\..*Повторите/,
  leftLocked: /осталась недописанной: лист «at A1» защищён.*повторите/,
  inputLocked: /Лист «at A1» недописан и защищён.*Снимите защиту.*«Прочитать заново»/,
  inputHalf: /Лист «at A1» недописан.*Рецензирование → Защитить книгу.*«Прочитать заново»/,
  hostFailed: /Excel не выполнил действие.*перезапустите Excel/,
};
const codes = Object.entries(TEXTS) as [Failure, RegExp][];
const failing = (code: WorkbookErrorCode) => () => Promise.reject(new WorkbookError(code, "at A1"));

test.each(codes)(
  "writing fails with %s: what happened, what to do, and a way to try again",
  async (code, text) => {
    const user = show(fakeWorkbook(undefined, {}, { write: failing(code) }));
    await press(user, ...TO_END);
    await button("Повторить");
    expect(heading()).toHaveTextContent("Дорожная карта не создана");
    expect(screen.getByText(text)).toBeInTheDocument();
    await button("3. Дорожная карта не удалось");
  },
);

const NAMED: readonly (readonly [WorkbookErrorCode, Locale, detail: string, expected: RegExp])[] = [
  // a name that a replacement would take for a pattern of its own
  ["sheetProtected", "ru", "Итоги $& $1", /^Лист «Итоги \$& \$1» защищён\./],
  ["changedMeanwhile", "ru", "$`!A1", /что-то изменилось: \$`!A1\./],
  ["writtenNotRead", "en", "$$", /to the sheet “\$\$”, but/],
  ["leftLocked", "ru", "Приказ", /: лист «Приказ» защищён\./],
  ["leftLocked", "ru", "Приказ\nКонтроль", /: защищены листы: «Приказ», «Контроль»\./],
  ["leftLocked", "en", "Приказ\nКонтроль", /: these sheets are protected: “Приказ”, “Контроль”\./],
];
test.each(NAMED)("%s in %s names %j as it is called", (code, locale, detail, expected) => {
  expect(workbookErrorText(code, locale, detail)).toMatch(expected);
});

test("reading fails: the pane says so and reads again on demand", async () => {
  let fails = true;
  const good = fakeWorkbook();
  const workbook = fakeWorkbook(
    undefined,
    {},
    {
      read: (progress) => (fails ? failing("cellEditing")() : good.port.read(progress)),
    },
  );
  const user = show(workbook);
  await press(user, ...TO_DATA);
  await screen.findByText(TEXTS.cellEditing);
  fails = false;
  await press(user, "Повторить");
  await screen.findByText("Что прочитано");
});

test("a cell that cannot be shown is a notice which can be put away", async () => {
  const user = show(fakeWorkbook(undefined, {}, { select: failing("sheetGone") }));
  await press(user, ...TO_DATA, "лист «ВПР», E11");
  expect(await screen.findByRole("alert")).toHaveTextContent(/Ячейку показать не удалось.*Лист удалён/);
  await press(user, "Закрыть сообщение");
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

test("settings that could not be kept are told of, and used all the same", async () => {
  const user = show(fakeWorkbook(undefined, {}, { saveSettings: failing("hostFailed") }));
  await press(user, ...TO_DATA, "Изменить");
  await user.selectOptions(await screen.findByLabelText("Правило"), "004");
  await press(user, "Применить");
  expect(await screen.findByRole("alert")).toHaveTextContent(/Настройки не сохранились/);
  expect(screen.getByText(/правило приказа «004»/)).toBeInTheDocument();
});

const NOTHING: readonly [string, Parameters<typeof fakeWorkbook>[0], RegExp][] = [
  ["an empty workbook", [], /В книге нет данных/],
  ["no results in it", [{ ...gridOf("Лист1", [["Список"], ["адрес"]]) }], /Нужна таблица, где есть столбцы/],
  // every figure is unusable: the problems themselves say why
  ["only unusable cells", [gridOf("ВПР", [ROWS[0] ?? [], ROWS[10] ?? []])], /Вместо числа стоит «много»/],
];
test.each(NOTHING)("nothing read, %s: why, and how to arrange the sheet", async (_, grids, why) => {
  const user = show(fakeWorkbook(grids));
  await press(user, ...TO_DATA);
  await screen.findByText(why);
  expect(heading()).toHaveTextContent("Результаты не найдены");
  for (const column of ["Школа", "Процедура", "Учебный год", "Участников", "Не справились"]) {
    expect(screen.getByRole("rowheader", { name: column })).toBeInTheDocument();
  }
  await button("1. Данные нет результатов");
});

test("results that the rule does not judge by: said so, and the settings are at hand", async () => {
  const rows = [ROWS[0] ?? [], ["МБОУ «Лесная СОШ»", "ВПР биология 6", "2024/2025", 20, 9]];
  const user = show(fakeWorkbook([gridOf("ВПР", rows)]));
  await press(user, ...TO_DATA);
  await screen.findByText(/Результаты прочитаны \(ВПР биология 6\)/);
  expect(heading()).toHaveTextContent("Нет результатов для выбранного правила");
  await press(user, "Изменить");
  await screen.findByLabelText("Правило");
  expect(screen.queryByText("Как оформить лист")).not.toBeInTheDocument();
});

test("a cell of an added file is named with its file and is not a link", async () => {
  const grid = { ...gridOf("ОГЭ", ROWS), file: "соседний район.xlsx" };
  const user = show(fakeWorkbook([grid]));
  await press(user, ...TO_DATA);
  const place = await screen.findByText("соседний район.xlsx, лист «ОГЭ», E11");
  expect(place.closest("button")).toBeNull();
});
