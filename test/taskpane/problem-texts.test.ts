import type { Problem, ProblemCode } from "../../src/domain/problem";
import { problemAdvice, problemMessage, problemText } from "../../src/locales/problems";

type Fields = Problem["fields"];
const who: Fields = { school: "Берёзовская СОШ", procedure: "ВПР математика 5", year: "2024/2025" };

/** Fields as the domain gives them, every variant that reads differently; a code that is missing fails the type check. */
const FIELDS: Readonly<Record<ProblemCode, readonly Fields[]>> = {
  emptyWorkbook: [{}],
  noResults: [{ sheets: 2 }],
  noListedResults: [{ rule: "000", procedures: "ОГЭ химия" }],
  sheetNotRecognised: [{ sheet: "ВПР" }],
  hiddenSheetRead: [{ sheet: "ВПР" }],
  columnNotRecognised: [{ header: "%" }, { header: "" }],
  rowNotRecognised: [{ text: "* без учёта филиала" }, { text: "в т.ч. филиал", part: 1 }],
  yearUnknown: [{ header: "Участников" }, { text: "прошлый" }],
  yearDisagrees: [{ used: "2024/2025", other: "2023/2024", from: "sheet" }],
  yearTaken: [{ year: "2024/2025", from: "title", count: 3 }],
  retakeLeftOut: [{ text: "пересдача" }, { text: "ОГЭ, резервные дни", count: 2 }],
  partOfParticipants: [{ header: "Девочки «2»" }],
  percentUnnamed: [{ header: "5 класс, %" }],
  classesNotAdded: ["shares", "alone", "repeated", "broken"].map((why) => ({
    ...who,
    classes: "5А, 5Б",
    why,
  })),
  columnLeftOut: [{ header: "Участники ОВЗ" }],
  procedureUnknown: [
    { text: "Математика", missing: "form" },
    { text: "", missing: "class" },
    { text: "ЕГЭ русский язык", missing: "marks" },
  ],
  recognitionUnfit: (["header", "outside", "end", "nothing", "figures", "several", "pupils"] as const).map(
    (why) => ({ kind: "range", why }),
  ),
  recognitionLeftOut: [{}],
  recognitionUnreadable: [{}, { count: 2 }],
  errorValue: [{ value: "#Н/Д" }],
  notANumber: [{ value: "много" }],
  negativeCount: [{ value: -1 }],
  fractionalCount: [{ value: 2.5 }],
  failedAboveParticipants: [{ failed: 14, participants: 12 }],
  shareOutOfRange: [{ value: 120 }],
  shareAmbiguous: [{ value: 0.5 }],
  shareDisagrees: [
    { printed: 34.8, failed: 3, participants: 10 },
    { printed: 32, failed: 4 },
  ],
  shareRoundingCouldFlip: [{ ...who, share: 0.3, decimals: 0 }],
  marksDoNotSum: [{ sum: 98, participants: 100 }],
  incompleteRow: [{}],
  duplicateDiffers: [{ ...who, first: "3/10", second: "4/10" }],
  duplicateSame: [{ ...who, figures: "3/10" }],
  participantsBetweenSheets: [{ ...who, first: 25, second: 27 }],
  schoolInOneYear: [{ school: "Лесная СОШ", year: "2024/2025", missing: "2023/2024" }],
  schoolsInOneYear: [
    {
      year: "2024/2025",
      missing: "2023/2024",
      count: 12,
      schools: "Лесная СОШ; Луговая СОШ",
      group: "2023/2024",
    },
  ],
  proceduresMissing: [
    { year: "2024/2025", other: "2023/2024", count: 1, procedures: "ОГЭ математика", group: "2024/2025" },
  ],
  pupilsNotRead: [{ sheet: "9А" }],
  markUnknown: [{}, { value: 7 }],
  scaleUnknown: [{ procedure: who["procedure"] ?? "", year: who["year"] ?? "" }],
  scaleUnreadable: [
    { part: "procedure", value: "" },
    { part: "year", value: "позапрошлый" },
    { part: "three", value: "" },
    { part: "order", value: "" },
    { part: "repeated", value: "" },
  ],
  minimumUnknown: [{ procedure: "ЕГЭ химия", year: "2025/2026" }],
  minimumDisagrees: [{ procedure: "ЕГЭ русский язык", year: "2025/2026", printed: 36, table: 24 }],
  participantsDisagree: [{ printed: 89, counted: 88 }],
  pupilRepeated: [who],
  pupilsSame: [{ ...who, count: 12 }],
  pupilDiffers: [who],
  retakesUnknown: [who],
  appealsApplied: [{ count: 2 }],
  appealUnmatched: [{ school: "13450" }],
  stateFinalLeftOut: [{ count: 3 }],
  comparisonDoesNotSum: [{ sum: 94, participants: 93 }],
  schoolNearMatch: [
    { first: "Лесная СОШ", second: "Лесная ООШ", firstKey: "a", secondKey: "b", why: "status" },
    { first: "Лесная", second: "Лестная", firstKey: "a", secondKey: "b", why: "typo", apart: "sheet" },
    { first: "Лесная СОШ", second: "Лесная СОШ", firstKey: "edu:1000", secondKey: "edu:1001", why: "login" },
  ],
  schoolNameMissing: [{}, { row: 7 }],
  registryUnreadable: [{}],
  registryNameMissing: [{}],
  registryValueUnknown: [
    { field: "login", value: "логин" },
    { field: "excluded", value: "может быть" },
    { field: "key", value: "5" },
  ],
  registryReasonMissing: [{ school: "Лесная СОШ" }],
  registryKeyRepeated: [{ school: "Лесная СОШ" }],
  registryAliasRepeated: [{ alias: "СОШ № 5", first: "Лесная СОШ", second: "Луговая СОШ" }],
  registryParentUnknown: [{ school: "Лесная НОШ", parent: "Лесная СОШ" }],
  registryParentCycle: [{ school: "Лесная НОШ", parent: "Лесная СОШ" }],
  registryProtected: [{ count: 3 }],
  branchAdded: [{ branch: "Лесная НОШ", school: "Лесная СОШ", count: 4 }],
  branchNotAdded: [who],
  keptRemarks: [{ file: "ВПР.xlsx", count: 3 }],
  keptUnreadable: [{}],
  municipalitiesSeveral: [{ count: 2, names: "Н-ский район; М-ский район" }],
  municipalityOthers: [{ municipality: "Н-ский район", count: 120 }],
  municipalityMissing: [{ municipality: "Н-ский район", count: 0 }],
  smallGroup: [{ ...who, participants: 4 }],
  smallGroups: [{ year: "2024/2025", limit: 10, count: 14, schools: 9, least: 2, group: "2024/2025" }],
  yearBeforeMissing: [{ year: "2024/2025" }],
  yearBeforeSubstituted: [{ year: "2024/2025", wanted: "2023/2024", used: "2022/2023" }],
  yearMissing: [{ year: "2024/2025", role: "year" }],
  adjustmentUnknownSchool: [{ school: "Горная ООШ", action: "remove" }],
  adjustmentIncomplete: [{ school: "Горная ООШ", action: "add", missing: "ground, date" }],
  decisionUnreadable: [{ value: "" }, { value: "убрать" }],
  requisiteUnknown: [{ label: "Приказ об отпуске" }],
  noRoadmap: [{}],
  roadmapRepeated: [{ used: "Дорожная карта (2)", other: "Дорожная карта" }],
  executionColumnMissing: [
    { column: "Срок (дата)", key: "due" },
    { column: "Статус", key: "status" },
  ],
  statusUnknown: [{ number: "1.2", value: "почти" }],
  dateAsText: [{ number: "1.2", column: "Дата исполнения", value: "15.03.2027" }],
  dateUnreadable: [{ number: "1.2", column: "Срок (дата)", value: "по графику" }],
  noDueDate: [{ number: "1.2" }],
  doneWithoutDate: [{ number: "1.2" }],
  factInFuture: [{ number: "1.2", value: "15.03.2027" }],
  correctionIncomplete: [{}],
  correctionUnknownMeasure: [{ number: "9.9" }],
  correctionOverFormula: [{ number: "1.1" }],
  indicatorUnreadable: [{ number: "3.1", value: "много" }],
  limitUnreadable: [{ value: "много", used: 10 }],
  occurrenceUnknown: [{ number: "9.9" }],
  templateTableMissing: [{}],
  templateEmpty: [{}],
  templateMeasureMissing: [{ number: "7" }, { number: "" }],
  templateSectionEmpty: [{ section: "Кадры" }],
  templateNumberRepeated: [{ number: "7" }],
  templateDeadlineReversed: [{ number: "7", value: "ноябрь – октябрь" }],
  templateDeadlineUnreadable: [{ number: "7", value: "как получится" }],
  templateRoleUnknown: [{ number: "7", value: "совет отцов" }],
  templateLevelUnknown: [{ value: "класс", choices: "муниципалитет, школа" }],
  templateTagUnknown: [{ value: "разное" }],
  templateColumnUnknown: [{ value: "Стоимость" }],
  templateDeadlineEarly: [{ number: "7", value: "до 1 марта 2026 г.", start: 2027 }],
  templateSheetMissing: [{ name: "Наш план" }],
};

const cases = (Object.entries(FIELDS) as [ProblemCode, readonly Fields[]][]).flatMap(([code, variants]) =>
  variants.flatMap((fields) =>
    (["error", "warning"] as const).map((severity): [string, Problem] => [
      `${code}, ${severity}`,
      {
        code,
        severity,
        source: { sheet: "ВПР", address: "F12" },
        related: [{ sheet: "ВПР", address: "G12" }],
        fields,
      },
    ]),
  ),
);

test.each(cases)("%s reads as a sentence in both languages", (_, problem) => {
  for (const locale of ["ru", "en"] as const) {
    for (const text of [problemText(problem, locale), problemMessage(problem, locale)]) {
      expect(text).not.toMatch(/undefined|null|NaN|\[object|«»|“”|\(\)| {2}|:\s*:|,\s*,/);
      expect(text).toMatch(/[.!?]$/);
    }
    expect(problemText(problem, locale)).toMatch(/^«ВПР», F12: /);
    expect(problemMessage(problem, locale)).toMatch(/^[A-ZА-ЯЁ“«0-9]/);
  }
  const [ru, en] = [problemMessage(problem, "ru"), problemMessage(problem, "en")];
  expect(ru).not.toBe(en);
});

/** Texts that tell of what was done, and ask for nothing. */
const NOTHING_TO_DO: ReadonlySet<ProblemCode> = new Set([
  "yearTaken",
  "columnLeftOut",
  "recognitionLeftOut",
  "duplicateSame",
  "pupilsSame",
  "retakesUnknown",
  "appealsApplied",
  "stateFinalLeftOut",
  "branchAdded",
  "municipalityOthers",
  "yearBeforeSubstituted",
  "templateRoleUnknown",
  "templateTagUnknown",
]);

test.each(cases.filter(([, { code, fields }]) => !NOTHING_TO_DO.has(code) && fields["field"] !== "key"))(
  "%s falls into what is wrong and what to do",
  (_, problem) => {
    const { wrong, advice } = problemAdvice(problem);
    expect(wrong).toMatch(/^[А-ЯЁ«0-9].*[.»]$/s);
    expect(advice).toMatch(/^[А-ЯЁ].*[.!]$/s);
    const plain = (text: string): string => text.toLowerCase().replace(/[^а-яёa-z0-9]+/g, "");
    expect(plain(wrong + advice)).toBe(plain(problemMessage(problem, "ru")));
  },
);

test("advice is not looked for in what the user wrote", () => {
  const problem = (text: string): Problem => ({
    code: "rowNotRecognised",
    severity: "info",
    fields: { text },
  });
  expect(problemAdvice(problem("Проверьте, впишите"))).toEqual({
    wrong: "Строка «Проверьте, впишите» не похожа ни на школу, ни на итог и не учтена.",
    advice: "Проверьте её.",
  });
});

test("every field that says what is wrong reaches the text", () => {
  const shown = (code: ProblemCode, fields: Fields): string =>
    problemMessage({ code, severity: "error", fields }, "ru");
  expect(shown("failedAboveParticipants", { failed: 14, participants: 12 })).toMatch(/14.*12/);
  expect(shown("shareDisagrees", { printed: 34.8, failed: 3, participants: 10 })).toMatch(/34,8 %.*10/);
  expect(shown("shareDisagrees", { printed: 32, failed: 4 })).toMatch(/32 %.*4/);
  expect(shown("yearDisagrees", { used: "2024/2025", other: "2023/2024", from: "sheet" })).toMatch(
    /2024\/2025.*в имени листа 2023\/2024/,
  );
  expect(shown("adjustmentIncomplete", { school: "А", action: "add", missing: "ground, date" })).toMatch(
    /основание и дату/,
  );
});
