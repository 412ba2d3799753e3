import { Category, INVOKE, type PushEntry } from "./wire";

/** `dispidAppCommandInvokedEvent` and `dispidAppCommandInvocationCompletedMethod` of office.js. */
export const COMMAND_INVOKED = 39;
export const COMMAND_COMPLETED = 94;

/** Status of a command whose name nothing is associated with (`ooeInvalidCallback`). */
const INVALID_CALLBACK = 11101;

interface Pending {
  resolve(): void;
  reject(error: Error): void;
}

/** Ribbon commands, which office.js takes by its Common API event, and key shortcuts, which it takes as pushes. */
export class CommandCalls {
  readonly #pending = new Map<string, Pending>();
  /** Told when the add-in asks to show its task pane, or to hide it. */
  onPane: ((visible: boolean) => void) | undefined;
  #listener: ((payload: readonly unknown[]) => void) | undefined;
  /** Payloads of commands that were pressed before office.js listened. */
  #waiting: (readonly unknown[])[] = [];
  #next = 1;

  constructor(private readonly push: (entries: PushEntry[]) => void) {}

  /** office.js listens to commands of the ribbon. */
  listen(listener: (payload: readonly unknown[]) => void): void {
    this.#listener = listener;
    for (const payload of this.#waiting.splice(0)) listener(payload);
  }

  /** Resolves when the handler completes; waits for office.js to listen. */
  run(name: string, argument: Readonly<Record<string, unknown>>): Promise<void> {
    const id = String(this.#next++);
    const event = { source: { id: name }, ...argument };
    const done = new Promise<void>((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    const payload = [id, name, JSON.stringify(event)];
    if (this.#listener) this.#listener(payload);
    else this.#waiting.push(payload);
    return done;
  }

  /** `event.completed()` was called, or the name is not known. */
  completed([id, status]: readonly unknown[]): void {
    const pending = this.#pending.get(String(id));
    this.#pending.delete(String(id));
    if (status === 0) pending?.resolve();
    else
      pending?.reject(
        new Error(status === INVALID_CALLBACK ? "no such action is associated" : `status ${String(status)}`),
      );
  }

  /** A keyboard shortcut: its action gets no event and says nothing when it ends. */
  shortcut(name: string): void {
    this.push([
      { messageCategory: Category.Action, messageType: INVOKE, message: JSON.stringify([name, ""]) },
    ]);
  }
}
