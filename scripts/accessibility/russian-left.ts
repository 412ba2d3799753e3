import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultRoleNames } from "../../src/domain/measures/roles";
import { loadTemplate, templateIds, templateName } from "../../src/domain/measures/templates";
import { sheetNames } from "../../src/locales/sheet-names";
import { openWorkbook } from "../../src/workbench/files";
import { ROOT, SAMPLE } from "../../test/e2e/workbench";

/** Words of the workbooks that the walk opens: the user's, whatever the language of the pane. */
const BOOKS = [SAMPLE, join(ROOT, "test/fixtures/bad/no-results.xlsx")];

/** Russian in an English pane that is in none of them, nor in a document, each with the reason. */
const ALLOWED: readonly (readonly [what: RegExp, why: string])[] = [
  [/(?<![а-яё])(?:впр|огэ|егэ)(?: [а-яё]+)*(?: \d+)?/g, "procedures have no English names"],
  [/(?<![а-яё])(?:шнор|фис око|мсоко|мбоу)(?![а-яё])/g, "neither have these"],
  [/регион, история 8(?:\.csv)?|старый отчёт\.xls/g, "files that the walk adds"],
  [/(?:заречный|н-ский) муниципальный (?:район|округ)/g, "municipalities of the file that the walk adds"],
  [/(?:[а-яё]+ )?(?:сош|оош|гимназия)(?: № \d+)?(?: с углублённым изучением [а-яё ]+)?/g, "schools"],
  [/(?<![а-яё])увед\. |перечень школ|шаблон – проект/g, "sheets that the add-in makes"],
  [
    /учебный год|(?:кол-во )?участников|не справились/g,
    "headings of a table of results: they are read in Russian",
  ],
  [/порог – по решению рабочей группы/g, "the walk types it into the roadmap"],
  [/приказ управления образования[^,]*|решение муниципальной комиссии/g, "and these are its decisions"],
  [
    /правило [^:]*: [^.]*\. порог [^.]*\. учебные годы[^.]*\./g,
    "the list of schools, which is Russian, as it says",
  ],
  [/результат считается низким[^.]*/g, "the roadmap, which is Russian"],
];
/** What is written in the workbook, as it is written; there may be others within, so from the inner ones. */
const QUOTED = /[«“"][^«»“”"]*[»”"]/g;
const QUOTES_WITHIN = 3;
const SENTENCE = 20;

/** Takes from the texts of an English pane what may be Russian; what stays has to be translated. */
export type RussianLeft = (texts: readonly string[]) => readonly string[];

/** Knows the words of the workbooks, and those of the documents, which are Russian in both languages. */
export async function russianLeft(): Promise<RussianLeft> {
  const books = await Promise.all(BOOKS.map((file) => openWorkbook(readFileSync(file), file)));
  const templates = await Promise.all(templateIds.map(loadTemplate));
  const known = new Set<string>([
    ...books.flatMap(wordsOf),
    ...Object.values(sheetNames),
    ...templateIds.map(templateName),
    ...templates.flatMap(wordsOf),
    ...wordsOf(defaultRoleNames),
  ]);
  const phrases = [...known]
    .map((phrase) => phrase.toLowerCase())
    .filter((phrase) => /[а-яё]{2}/.test(phrase))
    .sort((a, b) => b.length - a.length);
  return (texts) => texts.filter((text) => /[а-яё]{2}/.test(without(phrases, text)));
}

function without(phrases: readonly string[], text: string): string {
  let left = text.toLowerCase();
  const take = (of: readonly string[]): void => {
    for (const phrase of of) if (left.includes(phrase)) left = left.replaceAll(phrase, " ");
  };
  // whole sentences before the words within them
  take(phrases.filter(({ length }) => length >= SENTENCE));
  for (const [what] of ALLOWED) left = left.replace(what, " ");
  take(phrases);
  for (let depth = 0; depth < QUOTES_WITHIN; depth++) left = left.replace(QUOTED, " ");
  return left;
}

/** Every text within, at any depth. */
function wordsOf(of: unknown): readonly string[] {
  if (typeof of === "string") return [of.replace(/\s+/g, " ").trim()];
  if (of instanceof Map) return [...of].flatMap(wordsOf);
  if (Array.isArray(of) || of instanceof Set) return [...of].flatMap(wordsOf);
  return typeof of === "object" && of !== null ? Object.values(of).flatMap(wordsOf) : [];
}
