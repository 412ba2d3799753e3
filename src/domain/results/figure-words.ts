import { isSubjectWord } from "./parse-procedure";
import { remembered, words } from "./text";

/** What a header text tells of the figures under it. */
export interface FigureWords {
  readonly topic:
    "participants" | "failed" | "passed" | "passShare" | "mark" | "quality" | "total" | "other" | null;
  /** A topic that only stands in when nothing better is there: «чел.», «всего», «обучающихся». */
  readonly weak: boolean;
  readonly mark?: Mark;
  readonly unit: Unit | null;
}

export type Mark = 2 | 3 | 4 | 5;
export type Unit = "percent" | "fraction" | "count";

/** In order: the first that fits decides. Texts are normalised (`text.ts`): no quotes, no punctuation. */
const TOPICS: readonly (readonly [NonNullable<FigureWords["topic"]>, RegExp])[] = [
  // Columns of a pupil-level or other report that share words with ours.
  [
    "other",
    /понизил|повысил|подтвердил|журнал|^код|фамил|^имя|отчество|вариант|задани|примечан|комментар|дата/,
  ],
  // «Более 30 % «2»»: a criterion, not a figure.
  ["other", /(?:более|больше|свыше|менее|меньше) \d|превы[шс]|динамик/],
  ["other", /не (?:участв|писал|сдавал|явил|приступ|принима|выполнял)|отсутств|неяв|удален/],
  [
    "other",
    /по списку|зарегистр|контингент|заявлен|в параллели|в классе|подлежа|количество (?:оо|школ|классов)$/,
  ],
  [
    "failed",
    /не ?(?:справ|преодол|сдал|сдавш|прошл|прошед|прошл|набра|достиг|успева|освоил|получил)|(?:ниже|менее|меньше) (?:порог|мин(?:имал[а-я]*)?(?: |$)|нормы|уровня мин|границ|установленн)/,
  ],
  ["failed", /неудовл|(?:^| )неуд|двоек|двойк|двоечник|неусп/],
  // «Порог, %», «Минимальная граница»: what results are held against, not a result.
  ["other", /^(?:%|доля|процент|балл)? ?(?:порог|критери|норматив|минимальн|минимум|план|целев)/],
  ["quality", /качеств|(?:^| )кач(?: |$)|кзн|4 (?:и )?5/],
  [
    "other",
    /средн|(?:^| )ср (?:балл|отм|оцен|знач)|балл|медиан|отклон|рейтинг|место|обученност|соу|высок|динамик|риск/,
  ],
  ["passShare", /успеваем|(?:^| )усп(?: |$)|сдаваемост/],
  ["passed", /(?:^| )(?:справил|справивш|преодол|сдали|сдавши|освоил|прошли порог)|выше (?:порог|минимал)/],
  [
    "participants",
    /участ|(?:^| )(?:на)?писа(?:л|вш)|сдавал|сдающ|сдававш|выполнял|выполняв|выполнил[а-я]* работ|принял|приняв|приступ/,
  ],
];
const WEAK = /^(?:всего|количество|число|чел|человек|итого|обучающ|учащ|ученик|выпускник|уч$)/;
/** Words that stand around the digit of a mark: «кол-во «2»», «получили отметку 2, чел.», «% «2»». */
const MARK_WORDS =
  /^(?:количеств[а-я]*|число|кол|дол[яюи]|процент[а-я]*|%|чел[а-я]*|получ[а-я]*|имеющ[а-я]*|отметк[а-я]*|оценк[а-я]*|на|с|в|из|них|обучающ[а-я]*|участник[а-я]*|учащ[а-я]*|ученик[а-я]*|выпускник[а-я]*|балл[а-я]*|работ[а-я]*|написа[а-я]*|сдал[а-я]*|групп[а-я]*|баллов[а-я]*|уч|ся|обуч|школьник[а-я]*|человек|неудовлетворительн[а-я]*|удовлетворительн[а-я]*|хорошо|отлично|всего)$/;

export const figureWords: (normalised: string) => FigureWords = remembered((text) => {
  const tokens = words(text);
  const unit = unitOf(text);
  const mark = markOf(words(text.replace(CONTEXT, " ")));
  if (mark !== null) return { topic: "mark", weak: false, mark, unit };
  const topic = TOPICS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  if (topic === "passed" && unit === "percent") return { topic: "passShare", weak: false, unit };
  if (topic !== null) return { topic, weak: false, unit };
  if (/^(?:итого|всего) по/.test(text)) return { topic: "total", weak: false, unit };
  // «Кол-во получивших «3» и ниже» counts something, but not the participants.
  const counts = !/\d|получ|отметк|оценк/.test(text.replace(CONTEXT, " "));
  const weak =
    counts && unit !== "percent" && unit !== "fraction" && tokens.some((token) => WEAK.test(token));
  return weak ? { topic: "participants", weak: true, unit } : { topic: null, weak: false, unit };
});

/** Year, form and class beside a figure: «ВПР 2019, 5 класс: получили «2», %». */
const CONTEXT =
  /20\d\d(?: (?:20)?\d\d(?= |$))?(?: (?:учебн[а-я]* )?(?:год[а-я]*|гг?)(?= |$))?|(?:^| )(?:впр|огэ|егэ)(?= |$)|\d{1,2} (?:й |х )?кл(?:асс[а-я]*)?(?= |$)|(?:^| )(?:1[01]|[4-9])[а-и](?= |$)/g;

/**
 * A mark when one digit 2…5 stands among words of marks only: «4 класс» or «на 4 и 5» is none. Beside a subject, 4 and
 * 5 are marks only where the text says so: «математика 5, %» is a class.
 */
function markOf(all: readonly string[]): Mark | null {
  const tokens = withoutClass(all).filter((token) => !isSubjectWord(token));
  const digits = tokens.filter((token) => /^\d+$/.test(token));
  const [digit] = digits;
  if (digits.length !== 1 || digit === undefined || !/^[2-5]$/.test(digit)) return null;
  const around = tokens.filter((token) => token !== digit);
  const told = around.some((token) => /^(?:получ|отметк|оценк)/.test(token));
  if (tokens.length < all.length && Number(digit) > 3 && !told) return null;
  return around.every((token) => MARK_WORDS.test(token)) ? (Number(digit) as Mark) : null; // as: [2-5] above
}

/** «МА 5 «2»»: of two numbers the one beside the subject is its class. */
function withoutClass(tokens: readonly string[]): readonly string[] {
  if (tokens.filter((token) => /^\d+$/.test(token)).length !== 2) return tokens;
  return tokens.filter(
    (token, at) => !(/^(?:[4-9]|1[01])$/.test(token) && isSubjectWord(tokens[at - 1] ?? "")),
  );
}

function unitOf(text: string): Unit | null {
  if (/%|процент/.test(text)) return "percent";
  if (/(?:^| )дол[яюией]+(?: |$)|удельн/.test(text)) return "fraction";
  return /количеств|(?:^| )(?:чел|число|человек)/.test(text) ? "count" : null;
}

/** Columns that tell who and what a row is about. */
export type IdRole =
  | "number"
  | "school"
  | "schoolNumber"
  | "code"
  | "municipality"
  | "year"
  | "procedure"
  | "form"
  | "subject"
  | "grade"
  | "level";

const SCHOOL =
  "(?:оо|оу|ооо|школ[аы]?|общеобразовательн[а-я]*(?: (?:организац|учрежден)[а-я]*)?|образовательн[а-я]* (?:организац|учрежден)[а-я]*|учебн[а-я]* заведен[а-я]*|организац[а-я]*|учрежден[а-я]*)";
const ID_ROLES: readonly (readonly [IdRole, RegExp])[] = [
  ["number", /^(?:№|номер|n|no)?(?: ?п ?п)?$/],
  ["schoolNumber", new RegExp(`^(?:№|номер) ${SCHOOL}$`)],
  ["code", /^(?:логин|login)(?: .*)?$|^код$/],
  ["code", new RegExp(`^(?:код|идентификатор) ${SCHOOL}(?: .*)?$`)],
  [
    "school",
    new RegExp(
      `^(?:(?:полное |краткое |сокращенное )?(?:наименован[а-я]*|названи[а-я]*) )?(?:муниципальн[а-я]* )?${SCHOOL}(?: (?:района|округа|города|по уставу|оо|оу|полностью|краткое наименование|наименование|название))?$`,
    ),
  ],
  [
    "school",
    new RegExp(
      `^(?:(?:№|номер)(?: и| или)? (?:наименован[а-я]*|названи[а-я]*) ${SCHOOL}|(?:№|номер) ${SCHOOL}(?: и| или)? (?:наименован[а-я]*|названи[а-я]*)|(?:наименован[а-я]*|названи[а-я]*)(?: и| или)? (?:№|номер) ${SCHOOL}|${SCHOOL} (?:№|номер))$`,
    ),
  ],
  [
    "school",
    /^(?:(?:полное |краткое )?наименован[а-я]*|названи[а-я]*|группы участников|перечень (?:оо|оу|школ)|список (?:оо|оу|школ))$/,
  ],
  [
    "municipality",
    /^(?:(?:наименован[а-я]*|названи[а-я]*) )?(?:муниципалитет[а-я]*|муниципальн[а-я]* (?:район|округ|образован)[а-я]*|мо|мсу|ате|район[а-я]*|округ|территори[а-я]*|город|городской округ)(?: (?:район|округ|город|городской округ))?$/,
  ],
  [
    "year",
    /^(?:учебн[а-я]* )?год(?: (?:проведени[а-я]*|обучени[а-я]*|экзамен[а-я]*|сдачи))?$|^учебн[а-я]* период$/,
  ],
  [
    "form",
    /^(?:форма|вид)(?: (?:гиа|работы|экзамен[а-я]*|процедуры|контроля|оценки|аттестации|проведения))?$/,
  ],
  [
    "procedure",
    /^(?:(?:наименован[а-я]*|названи[а-я]*|тип) )?(?:оценочн[а-я]* )?(?:процедур[а-я]*|работ[аы]|экзамен[а-я]*|испытани[а-я]*|мероприяти[а-я]*)$/,
  ],
  ["subject", /^(?:(?:наименован[а-я]*|названи[а-я]*|учебн[а-я]*) )?(?:предмет[а-я]*|дисциплин[а-я]*)$/],
  ["grade", /^(?:классы?|параллель|кл)$/],
  ["level", /^(?:уровень|уровень (?:экзамена|егэ|математики|предмета))$/],
  ["procedure", /^(?:(?:форма|вид|предмет|класс|уровень|процедура|работа|экзамен)(?: и)?(?: |$)){2,}/],
];

/** The role of an identifying column by its header; null for figures and everything else. */
export const idRole: (normalised: string) => IdRole | null = remembered((text) =>
  text === "" ? null : (ID_ROLES.find(([, pattern]) => pattern.test(text))?.[0] ?? null),
);
