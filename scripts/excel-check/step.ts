/** What a step has to work with: Office.js of a page, in Excel or in the embedded host, and a new sheet. */
export interface StepTools {
  readonly excel: typeof Excel;
  readonly context: Excel.RequestContext;
  readonly sheet: Excel.Worksheet;
}

/** Something Excel does that the add-in or the embedded host rests on. */
export interface Step {
  /** ASCII, short: it travels in an address. */
  readonly id: string;
  /** What is watched. */
  readonly behaviour: string;
  /** The document that says so, or that it is an assumption. */
  readonly source: string;
  /** The answer by that source. */
  readonly expected: unknown;
  /** Its answer, small and made of plain values. A refusal by Excel is answered as `{ error: code }` by the runner. */
  readonly run: (tools: StepTools) => Promise<unknown>;
}

export type Answers = Readonly<Record<string, unknown>>;

/** Reads what an address holds. */
export async function valuesOf({ sheet, context }: StepTools, address: string): Promise<unknown> {
  const range = sheet.getRange(address).load("values");
  await context.sync();
  return range.values;
}

/** The code with which Excel refuses a batch; `"passed"` when it does not. */
export async function refusal(context: Excel.RequestContext, batch: () => void): Promise<string> {
  batch();
  return context.sync().then(
    () => "passed",
    (error: unknown) => codeOf(error),
  );
}

/** Errors come from the page's own window, so `instanceof` does not know them. */
export const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);

/** The part of an address after the sheet's name. */
export const local = (address: string): string => address.split("!").at(-1) ?? "";
