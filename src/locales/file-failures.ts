import type { Locale } from "./locale";

/** Codes of `FileFailure`; kept equal to it by the type check of whoever calls. */
export type FileFailureTexts = Readonly<
  Record<
    | "notXlsx"
    | "oldXls"
    | "encrypted"
    | "corrupted"
    | "tooLarge"
    | "notText"
    | "csvBroken"
    | "otherKind"
    | "sameName"
    | "empty",
    string
  >
>;

const ru: FileFailureTexts = {
  notXlsx: "Файл не является книгой .xlsx. Откройте его в Excel и сохраните как «Книга Excel (.xlsx)».",
  oldXls: "Это книга старого формата .xls. Откройте её в Excel и сохраните как «Книга Excel (.xlsx)».",
  encrypted:
    "Книга защищена паролем. Откройте её в Excel, снимите пароль (Файл → Сведения → Защита книги) и сохраните.",
  corrupted: "Книга повреждена. Откройте её в Excel с восстановлением и сохраните заново.",
  tooLarge: "Книга слишком велика. Разделите её на части.",
  notText: "Файл .csv не является текстом. Откройте его в Excel и сохраните как «Книга Excel (.xlsx)».",
  csvBroken:
    "Столбцы файла .csv определить нельзя: кавычки не парные. Откройте его в Excel, проверьте столбцы и сохраните как «Книга Excel (.xlsx)».",
  otherKind: "Файлы этого вида не читаются. Нужна книга .xlsx или таблица .csv.",
  sameName: "Файл с таким именем уже есть среди прочитанных. Переименуйте его и добавьте снова.",
  empty: "В файле нет данных.",
};
const en: FileFailureTexts = {
  notXlsx: "The file is not an .xlsx workbook. Open it in Excel and save it as Excel Workbook (.xlsx).",
  oldXls:
    "This is a workbook of the old .xls format. Open it in Excel and save it as Excel Workbook (.xlsx).",
  encrypted:
    "The workbook is protected by a password. Open it in Excel, remove the password (File → Info → Protect Workbook) and save.",
  corrupted: "The workbook is damaged. Open and repair it in Excel, then save it again.",
  tooLarge: "The workbook is too large. Split it into parts.",
  notText: "The .csv file is not text. Open it in Excel and save it as Excel Workbook (.xlsx).",
  csvBroken:
    "The columns of the .csv file are unclear: its quotes are not in pairs. Open it in Excel, check the columns and save it as Excel Workbook (.xlsx).",
  otherKind: "Files of this kind are not read. An .xlsx workbook or a .csv table is needed.",
  sameName: "A file of this name has been read already. Rename it and add it again.",
  empty: "The file has no data.",
};
const TEXTS: Readonly<Record<Locale, FileFailureTexts>> = { ru, en };

/** Why a file was not read and what to do. */
export function fileFailureText(code: keyof FileFailureTexts, locale: Locale): string {
  return TEXTS[locale][code];
}
