import { EVENT_METHODS } from "../protocol/events";
import type { Context } from "./context";

type Method<T> = (self: T, args: readonly unknown[], context: Context) => null;

/** `_RegisterDataChangedEvent` and its like, by which office.js begins and ends listening. */
export function eventMethods<T>(target: (self: T) => string): Record<string, Method<T>> {
  return Object.fromEntries(
    Object.entries(EVENT_METHODS).flatMap(([name, type]) =>
      [true, false].map((on): [string, Method<T>] => [
        `_${on ? "Register" : "Unregister"}${name}Event`,
        (self, _args, context) => {
          context.listen(type, target(self), on);
          return null;
        },
      ]),
    ),
  );
}
