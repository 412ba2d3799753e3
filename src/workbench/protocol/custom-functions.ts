import { Category, INVOKE, type PushEntry } from "./wire";

export interface InvokeOptions {
  /** Cell of the formula, `Лист1!C3`. */
  address?: string;
  /** Address of each parameter, `null` for one that is no reference. */
  parameterAddresses?: readonly (string | null)[];
  /** 1 cancelable, 2 streaming, 4 takes errors as arguments. */
  flags?: number;
}

/** What a custom function gave: a value, a matrix, or an error of Excel with the function's own message. */
export type FunctionResult =
  { readonly value: unknown } | { readonly error: FunctionError; readonly message: string };
export type FunctionError = "#N/A" | "#DIV/0!" | "#NUM!" | "#VALUE!" | "#NULL!" | "#NAME?";

export interface Invocation {
  readonly id: number;
  /** The result; of a streaming function the first one. */
  readonly result: Promise<FunctionResult>;
  /** Results so far. */
  readonly results: readonly FunctionResult[];
  cancel(): void;
}

/**
 * Codes in which office.js states errors (`_getCustomFunctionResultErrorCodeFromErrorCode`); 9 and 10 mean that it
 * does not know the function. A function that throws has code 2, which is #VALUE!: and so has a name that nothing is
 * associated with, as office.js then calls `undefined`. Excel knows the names from functions.json before it calls.
 */
const ERRORS: Readonly<Record<number, FunctionError>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};
const CANCEL = 1001;

interface Pending {
  readonly results: FunctionResult[];
  readonly streaming: boolean;
  resolve(result: FunctionResult): void;
}

/** Calls of custom functions that are under way. */
export class FunctionCalls {
  readonly #pending = new Map<number, Pending>();
  #next = 1;

  constructor(private readonly push: (entries: PushEntry[]) => void) {}

  /** Whether a call waits for its first result. */
  get running(): boolean {
    for (const { results } of this.#pending.values()) if (results.length === 0) return true;
    return false;
  }

  invoke(name: string, params: readonly unknown[], options: InvokeOptions = {}): Invocation {
    const id = this.#next++;
    const { address = "", flags = 0, parameterAddresses = null } = options;
    const results: FunctionResult[] = [];
    const streaming = (flags & 2) !== 0;
    const result = new Promise<FunctionResult>((resolve) => {
      this.#pending.set(id, { results, resolve, streaming });
    });
    this.#post(INVOKE, [id, name, params, address, flags, parameterAddresses]);
    return {
      id,
      result,
      results,
      cancel: () => {
        this.#cancel(id);
      },
    };
  }

  #cancel(id: number): void {
    if (this.#pending.delete(id)) this.#post(CANCEL, { invocationId: id });
  }

  #post(messageType: number, message: unknown): void {
    this.push([{ messageCategory: Category.CustomFunction, messageType, message: JSON.stringify(message) }]);
  }

  /** `[id, succeeded, value, error code when it failed, …]` of each finished call. */
  settle(finished: unknown): void {
    if (!Array.isArray(finished)) return;
    const entries: readonly unknown[] = finished;
    for (const entry of entries) if (Array.isArray(entry)) this.#settleOne(entry);
  }

  #settleOne([id, succeeded, value, code]: readonly unknown[]): void {
    if (typeof id !== "number") return;
    const pending = this.#pending.get(id);
    if (!pending) return;
    const result: FunctionResult =
      succeeded === true
        ? readValue(value)
        : { error: errorOf(code), message: typeof value === "string" ? value : "" };
    pending.results.push(result);
    pending.resolve(result);
    if (!pending.streaming) this.#pending.delete(id);
  }
}

const errorOf = (code: unknown): FunctionError =>
  (typeof code === "number" ? ERRORS[code] : undefined) ?? "#VALUE!";

/** A function may also return `CustomFunctions.Error` as a value; then it comes as an error entity. */
function readValue(value: unknown): FunctionResult {
  if (typeof value === "object" && value !== null && "type" in value && value.type === "Error") {
    const basic = "basicValue" in value ? value.basicValue : undefined;
    const error = Object.values(ERRORS).find((text) => text === basic) ?? "#VALUE!";
    return {
      error,
      message: "errorMessage" in value && typeof value.errorMessage === "string" ? value.errorMessage : "",
    };
  }
  return { value: value ?? null };
}
