import { CLOSED_STEPS } from "./closed-steps";
import { FORMULA_STEPS } from "./formula-steps";
import { SHEET_STEPS } from "./sheet-steps";
import { type Answers, codeOf, type Step } from "./step";
import { VALUES_STEPS } from "./values-steps";

/** The whole scenario: the same steps run in Excel and in the embedded host. */
export const STEPS: readonly Step[] = [...VALUES_STEPS, ...SHEET_STEPS, ...CLOSED_STEPS, ...FORMULA_STEPS];

/** Runs every step on a new sheet of its own; what a step throws is its answer. */
export async function runScenario(excel: typeof Excel, steps: readonly Step[] = STEPS): Promise<Answers> {
  const answers: Record<string, unknown> = {};
  for (const { id, run } of steps) answers[id] = await answerOf(excel, run);
  return answers;
}

async function answerOf(excel: typeof Excel, run: Step["run"]): Promise<unknown> {
  try {
    return await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add();
      await context.sync();
      try {
        return await run({ excel, context, sheet });
      } finally {
        sheet.delete();
        await context.sync();
      }
    });
  } catch (error) {
    return { error: codeOf(error) };
  }
}

/** Functions of the scenario, by the name after the namespace `CHK`. */
const FUNCTIONS: Readonly<Record<string, (value: unknown) => unknown>> = {
  /** Kind of the argument, with the value of a number. */
  KIND: (value) => (value === null || value === undefined ? "null" : kindOf(value)),
  COLUMN: (value) => {
    if (Number(value) < 0) throw refused("negative");
    return Array.from({ length: Number(value) }, (_, index) => [index + 1]);
  },
};

/** The documented way; its class belongs to the window and is no Error of the types. */
const refused = (message: string): Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message) as unknown as Error;

const kindOf = (value: unknown): string => (typeof value === "number" ? `number ${value}` : typeof value);

/** Their metadata, as Excel is told of them. */
export const METADATA = {
  functions: [
    {
      id: "KIND",
      name: "KIND",
      parameters: [{ name: "value", type: "any", dimensionality: "scalar", optional: true }],
      result: { type: "any", dimensionality: "scalar" },
    },
    {
      id: "COLUMN",
      name: "COLUMN",
      parameters: [{ name: "count", type: "number", dimensionality: "scalar" }],
      result: { type: "any", dimensionality: "matrix" },
    },
  ],
};
export const NAMESPACE = "CHK";

/** Registers them in the page; in Excel and in the embedded host alike. */
export function associateFunctions(): void {
  for (const [name, run] of Object.entries(FUNCTIONS)) CustomFunctions.associate(name, run);
}
