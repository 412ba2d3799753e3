import { REQUEST_BYTES } from "./write-plan";

/** Asks for room for so many bytes in the request that is being queued. */
export type Room = (bytes: number) => Promise<void>;

/**
 * Sends what is queued where the next piece would not fit into the same request.
 * @param pause queues what is to hold until the next request, and is called again after it to take that back
 */
export function roomOf(
  context: Excel.RequestContext,
  pause: (over: boolean) => void = () => undefined,
): Room {
  let bytes = 0;
  return async (needed) => {
    if (bytes > 0 && bytes + needed > REQUEST_BYTES) {
      pause(false);
      await context.sync();
      pause(true);
      bytes = 0;
    }
    bytes += needed;
  };
}
