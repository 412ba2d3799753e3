/**
 * An object of Excel's model as the dispatcher sees it: named members, nothing of what is behind them.
 * `undefined` from a getter of members means that the class does not have it: `ApiNotFound`.
 */
export interface HostObject {
  readonly className: string;
  /** `Id` or `_Id` by which office.js finds the item of a collection again. */
  identity(): Readonly<Record<string, unknown>>;
  propertyNames(): readonly string[];
  hasProperty(name: string): boolean;
  /** Whether the property shows results of formulas, which must be up to date first. */
  isCalculated(name: string): boolean;
  readProperty(name: string): unknown;
  setter(name: string): ((value: unknown) => void) | undefined;
  /** `null` is a null object. */
  navigation(name: string): (() => HostObject | null) | undefined;
  method(name: string): ((args: readonly unknown[]) => MethodResult) | undefined;
  items(): readonly HostObject[] | undefined;
  indexer(args: readonly unknown[]): HostObject | null | undefined;
}

/** A value, an object, or a promise of a value: only calculation takes time. */
export type MethodResult = unknown;
