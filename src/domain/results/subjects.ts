/**
 * School subjects and the ways sheets shorten them. `stems` begin a word, `whole` are whole words; `codes` are the
 * two-letter codes of ФИС ОКО («РУ 4 Статистика по отметкам», layouts.md L1), taken only in a text that holds nothing
 * but a procedure, because «об» and «ис» are words too.
 */
export interface Subject {
  readonly title: string;
  readonly stems: readonly string[];
  readonly whole: readonly string[];
  readonly codes: readonly string[];
}

const subject = (title: string, stems: string, whole = "", codes = ""): Subject => ({
  title,
  stems: stems.split(" "),
  whole: whole.split(" ").filter(Boolean),
  codes: codes.split(" ").filter(Boolean),
});

/** The first that fits a word wins: «литературное чтение» stands before «литература». */
export const SUBJECTS: readonly Subject[] = [
  subject("математика", "математик", "матем мат математ", "ма м"),
  subject("литературное чтение на родном языке", "родночтение"),
  subject("родная литература", "роднолит"),
  subject("родной язык", "роднойяз", "родной родному родного"),
  subject("русский язык", "русскяз", "русский русскому русского русским русск рус русс ря", "ру"),
  subject("литературное чтение", "литературно", "литчтение", "лч"),
  subject("литература", "литератур", "литер", "ли"),
  subject("окружающий мир", "окружающ", "", "ом"),
  subject("физика", "физик", "физ", "фи"),
  subject("химия", "хими", "хим", "хи"),
  subject("биология", "биолог", "биол", "би"),
  subject("география", "географ", "геогр", "гг ге"),
  subject("история", "истори", "ист", "ис"),
  subject("обществознание", "обществозн", "обществ общество", "об"),
  subject("информатика", "информатик", "икт", "ин"),
  subject("английский язык", "английск", "англ", "ая"),
  subject("немецкий язык", "немецк", "", "ня"),
  subject("французский язык", "французск", "франц", "фя"),
  subject("испанский язык", "испанск"),
  subject("китайский язык", "китайск"),
  subject("иностранный язык", "иностранн", "иностр", "ия"),
];
