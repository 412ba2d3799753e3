import type ExcelJS from "exceljs";
import { SCHOOLS } from "./municipality";
import { HEAD, a1, box, merge, page, put, widths } from "./paint";

/** Sheets of the same workbook that hold no results: contacts, the methodist's own plan, a hidden reference list. */
export function paintOther(workbook: ExcelJS.Workbook): void {
  paintContacts(workbook);
  paintPlan(workbook);
  paintHidden(workbook);
  workbook.definedNames.add("'ВПР 2026'!$B$9:$B$28", "СписокШкол");
  workbook.definedNames.add("Справочник!$D$2", "Порог");
}

function paintContacts(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet("Контакты");
  merge(sheet, "A1:E1", "Ответственные за оценочные процедуры в школах", { bold: true, size: 13 });
  const titles = ["№", "Школа", "Кто отвечает", "Телефон", "Эл. почта"];
  titles.forEach((text, index) => put(sheet, 3, 1 + index, text, HEAD));
  SCHOOLS.forEach((school, index) => {
    const row = 4 + index;
    const post = index % 3 === 0 ? "зам. директора по УВР" : "учитель, школьный координатор";
    const phone = `8 (000) 00-00-${String(10 + index)}`;
    [index + 1, school.name, post, phone, `school${index + 1}@example.org`].forEach((value, column) =>
      put(sheet, row, 1 + column, value, { font: "Calibri" }),
    );
  });
  box(sheet, 3, 1, 3 + SCHOOLS.length, 5);
  widths(sheet, [5, 60, 32, 20, 26]);
  page(sheet, "landscape");
}

const PLAN: readonly [string, string, string][] = [
  ["Собрать у школ сводные таблицы по ВПР", "до 15 июня 2026", "сделано"],
  ["Сверить участников ОГЭ с выгрузкой РЦОИ", "до 10 июля 2026", "сделано"],
  ["Запросить у Осиновской ООШ объяснение по русскому языку в 6 классе", "до 20 августа 2026", "жду ответа"],
  ["Подготовить перечень школ для августовского совещания", "до 25 августа 2026", ""],
  ["Согласовать выезды в школы с руководителями ММО", "сентябрь 2026", ""],
];

function paintPlan(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet("План работы");
  merge(sheet, "A1:D1", "Мой план на лето и начало учебного года", { bold: true, size: 13, font: "Calibri" });
  ["№", "Что сделать", "Срок", "Отметка"].forEach((text, index) =>
    put(sheet, 3, 1 + index, text, { ...HEAD, font: "Calibri" }),
  );
  PLAN.forEach((line, index) => {
    [index + 1, ...line].forEach((value, column) =>
      put(sheet, 4 + index, 1 + column, value, { font: "Calibri", wrap: true }),
    );
  });
  box(sheet, 3, 1, 3 + PLAN.length, 4);
  widths(sheet, [5, 62, 20, 16]);
  const choice: ExcelJS.DataValidation = {
    type: "list",
    allowBlank: true,
    formulae: ['"сделано,жду ответа"'],
  };
  for (let row = 4; row <= 8; row++) sheet.getCell(row, 4).dataValidation = choice;
}

function paintHidden(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet("Справочник", { state: "hidden" });
  ["Код ОО", "Наименование", "Тип", "Порог, %"].forEach((text, index) =>
    put(sheet, 1, 1 + index, text, { bold: true }),
  );
  put(sheet, 2, 4, 30);
  SCHOOLS.forEach((school, index) => {
    put(sheet, 2 + index, 1, 100101 + index);
    put(sheet, 2 + index, 2, school.name);
    put(sheet, 2 + index, 3, school.pupils[3] > 0 ? "средняя" : "основная");
  });
  widths(sheet, [10, 60, 12, 10]);
  box(sheet, 1, 1, 1, 4);
  put(sheet, SCHOOLS.length + 3, 1, `Обновлено: ${a1(2, 1)} — июнь 2026`, { italic: true, size: 9 });
}
