import { REQUEST_BYTES } from "./write-plan";

/** Asks for room for so many bytes in the request that is being queued. */
export type Room = (bytes: number) => Promise<void>;

/** Sends what is queued where the next piece would not fit into the same request. */
export function roomOf(context: Excel.RequestContext): Room {
  let bytes = 0;
  return async (needed) => {
    if (bytes > 0 && bytes + needed > REQUEST_BYTES) {
      await context.sync();
      bytes = 0;
    }
    bytes += needed;
  };
}
