import { NBSP } from "../../text/russian";
import type { SheetBuilder } from "../builder";
import { requisite, type Requisites } from "../requisites";

/** The end of a sentence: «г.» and initials have their period already; «г.» stays with its year. */
export const ended = (text: string): string =>
  `${text}${text.endsWith(".") ? "" : "."}`.replace(/ г\./g, `${NBSP}г.`);

/** «Приложение N к приказу …» in the right-hand columns. */
export function annexHeading(
  builder: SheetBuilder,
  requisites: Requisites,
  number: number,
  left: number,
  right = builder.lastColumn,
): void {
  builder
    .paragraph(`Приложение ${number}`, "body", left, right)
    .paragraph(`к приказу ${requisite(requisites, "departmentGenitive")}`, "body", left, right)
    .paragraph(
      `от ${requisite(requisites, "orderDate")} № ${requisite(requisites, "orderNumber")}`,
      "body",
      left,
      right,
    );
}

/** Position, line and name of the head of the department; the name stands in the last column. */
export function headSignature(
  builder: SheetBuilder,
  requisites: Requisites,
  right = builder.lastColumn,
): void {
  const middle = Math.max(1, Math.floor(right / 2));
  builder
    .skipTied(2)
    .named("signature")
    .pairs([
      { text: requisite(requisites, "headPosition"), style: "body", left: 0, right: middle },
      {
        text: "_".repeat(Math.min(20, Math.floor(builder.widthOf(middle + 1, right - 1) * 0.8))),
        style: "body",
        left: middle + 1,
        right: right - 1,
      },
      { text: requisite(requisites, "headName"), style: "body", left: right, right },
    ]);
}

/** What rows of schools are known by when a document is made again. */
export const schoolIds = (cases: readonly { readonly key: string }[]): readonly string[] =>
  cases.map(({ key }) => schoolRowId(key));

export const schoolRowId = (key: string): string => `school:${key}`;
