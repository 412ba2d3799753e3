import { type Limits } from "../objects/context";
import type { Dispatcher } from "./dispatcher";
import { faultError, type HostError, hostError } from "./errors";
import type { Counters } from "./counters";
import {
  ActionType,
  DELAY_FOR_CELL_EDIT,
  PathType,
  type QueryAnswer,
  type QueryBody,
  type RequestMessage,
} from "./wire";

/** What a test may look at before it lets a request pass. */
export interface RequestInfo {
  readonly body: QueryBody;
  /** Number of this sync since the host began, from 1. */
  readonly sync: number;
  readonly bytes: number;
}
/**
 * What becomes of a request. `delay`: after so many milliseconds it passes. `after`: how much of the batch is carried
 * out before it fails, 0 (when left out) to 1; a batch is not a transaction. `drop`: the host never answers, having
 * carried out so much of it.
 */
export type Fault =
  | "pass"
  | { readonly fail: string; readonly message?: string; readonly after?: number }
  | { readonly drop: number }
  | { readonly delay: number };

/** Requests strictly one after another: the next begins when the answer of the one before is made. */
export class RequestLine {
  readonly #last: Record<"main" | "beside", Promise<unknown>> = {
    main: Promise.resolve(),
    beside: Promise.resolve(),
  };
  #editing = false;
  #editEnded: (() => void)[] = [];

  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly limits: Limits,
    private readonly counters: Counters,
    private readonly intercept: (request: RequestInfo) => Fault,
    private readonly functionsRunning: () => boolean,
  ) {}

  get cellEditing(): boolean {
    return this.#editing;
  }
  set cellEditing(editing: boolean) {
    this.#editing = editing;
    if (editing) return;
    for (const resume of this.#editEnded.splice(0)) resume();
  }

  /** @returns null for a request that is never answered */
  take(text: string): Promise<string | null> {
    // The request at the head may wait for a formula, the formula for a function of the add-in, and the function
    // answers, or reads the workbook, by requests: these pass, as Excel computes beside the add-in's requests.
    // Among themselves they keep their order too.
    const line = this.functionsRunning() ? "beside" : "main";
    const turn = this.#last[line].then(() => this.#answer(text));
    this.#last[line] = turn;
    return turn;
  }

  async #answer(text: string): Promise<string | null> {
    const bytes = utf8Length(text);
    const request = parseRequest(text);
    const sync = isSync(request.message.body);
    this.counters.requests++;
    this.counters.requestBytes += bytes;
    if (sync) this.counters.syncs++;
    const refusal = await this.#refusal(bytes, sync, request);
    const fault = refusal === undefined && sync ? await this.#fault(request.message.body, bytes) : undefined;
    if (fault === "silence") return null;
    const refusing = refusal ?? fault;
    let answer = format(
      request.id,
      refusing ? refused(refusing) : await this.dispatcher.process(request.message.body),
    );
    if (utf8Length(answer) > this.limits.payloadBytes)
      answer = format(request.id, refused(hostError("ResponsePayloadSizeLimitExceeded")));
    this.counters.answerBytes += utf8Length(answer);
    return answer;
  }

  /** learn.microsoft.com, "Resource limits and performance optimization for Office Add-ins": payload of 5 MB. */
  async #refusal(bytes: number, sync: boolean, { flags }: RequestMessage): Promise<HostError | undefined> {
    if (bytes > this.limits.payloadBytes) return hostError("RequestPayloadSizeLimitExceeded");
    if (!sync) return undefined;
    if (this.#editing) {
      // learn.microsoft.com, Excel.RunOptions, `delayForCellEdit`.
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) return hostError("InvalidOperationInCellEditMode");
      await new Promise<void>((resolve) => this.#editEnded.push(resolve));
    }
    return undefined;
  }

  /** What a test wants to go wrong, and how much of the batch is carried out before it does. */
  async #fault(body: QueryBody, bytes: number): Promise<HostError | "silence" | undefined> {
    const fault = this.intercept({ body, sync: this.counters.syncs, bytes });
    if (fault === "pass") return undefined;
    if ("delay" in fault) {
      await new Promise((resolve) => setTimeout(resolve, fault.delay));
      return undefined;
    }
    const part = "drop" in fault ? fault.drop : (fault.after ?? 0);
    const Actions = body.Actions.slice(0, Math.ceil(body.Actions.length * part));
    if (Actions.length > 0) await this.dispatcher.process({ ...body, Actions });
    return "drop" in fault ? "silence" : faultError(fault.fail, fault.message);
  }
}

function parseRequest(text: string): RequestMessage {
  // The other end is office.js, whose shape wire.ts states; a test of the protocol watches it.
  return JSON.parse(text) as RequestMessage;
}

function isSync({ Actions, ObjectPaths }: QueryBody): boolean {
  if (Object.values(ObjectPaths).some((path) => path.ObjectPathType === PathType.NewObject)) return false;
  const acting = Actions.filter((action) => action.ActionType !== ActionType.Instantiate);
  return acting.length === 0 || acting.some((action) => action.Name !== "_RemoveReference");
}

const refused = (error: HostError): QueryAnswer => ({
  Error: {
    Code: error.code,
    Message: error.message,
    HttpStatusCode: error.status,
    Location: "",
    ActionIndex: 0,
  },
  Results: [],
  TraceIds: [],
});

const format = (id: number, body: QueryAnswer): string =>
  JSON.stringify({ id, type: 2, flags: 0, message: { statusCode: 200, headers: {}, body } });

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Each half of a surrogate pair counts two bytes of the pair's four.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
