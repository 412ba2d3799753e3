import type { ExecutionKey } from "./columns";
import type { Status } from "./status";

/** One measure with how it is carried out. */
export interface ExecutionRow {
  readonly sheet: string;
  readonly school: string | null;
  readonly number: string;
  /** Item of the template it was made from, «002:4.3»; null for a measure that the user added. */
  readonly origin: string | null;
  readonly text: string;
  /** Title of its section; empty where the roadmap has none. */
  readonly section: string;
  readonly responsible: readonly string[];
  readonly result: string;
  /** The deadline in words, as the roadmap prints it. */
  readonly deadline: string;
  readonly status: Status;
  /** ISO; null where there is none or it cannot be read. */
  readonly due: string | null;
  readonly fact: string | null;
  readonly document: string;
  readonly comment: string;
  /** Addresses of its cells; a column that is gone has none. */
  readonly cells: Readonly<Partial<Record<ExecutionKey, string>>>;
  /** Last days of every time it is to be done, by the deadline's words; one day for what is done once. */
  readonly times: readonly string[];
  /** Addresses of its words, which a change of the roadmap rewrites. */
  readonly places: { readonly measure?: string; readonly deadline?: string };
  /** The due date was not in its cell and comes from the deadline's words. */
  readonly dueFromWords: boolean;
}
