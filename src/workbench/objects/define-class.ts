import type { HostObject } from "../protocol/host-object";
import type { Context } from "./context";
import { own } from "../../xlsx/own";

/** A class of Excel's object model as a table; `T` is what stands behind its objects in the store. */
export interface ClassTable<T> {
  /** By which office.js finds an item of a collection again: `Id`, or `_Id` where the name is the id. */
  readonly identity?: (self: T, context: Context) => Record<string, unknown>;
  readonly properties?: Record<string, (self: T, context: Context) => unknown>;
  /** Properties that show results of formulas. */
  readonly calculated?: readonly string[];
  readonly setters?: Record<string, (self: T, value: unknown, context: Context) => void>;
  readonly navigations?: Record<string, (self: T, context: Context) => HostObject | null>;
  readonly methods?: Record<string, (self: T, args: readonly unknown[], context: Context) => unknown>;
  /** Version of ExcelApi that brought a method, where it is above the floor of 1.9. */
  readonly since?: Record<string, string>;
  readonly items?: (self: T, context: Context) => readonly HostObject[];
  /** The item of `getItem`; `null` is answered as ItemNotFound. */
  readonly getItem?: (self: T, key: unknown, context: Context) => HostObject | null;
}

export interface ObjectClass<T> {
  of(self: T, context: Context): HostObject;
  /** What stands behind an object of this class; `undefined` for any other value. */
  selfOf(object: unknown): T | undefined;
}

/** Members that a class of the host has, with the version of ExcelApi that brought those above the floor. */
export interface ClassMembers {
  readonly className: string;
  readonly members: readonly string[];
  readonly since: Readonly<Record<string, string>>;
}

const classes: ClassMembers[] = [];
/** Every class that was defined, for the count of what the host has of each requirement set. */
export const definedClasses = (): readonly ClassMembers[] => classes;

export function defineClass<T>(className: string, table: ClassTable<T>): ObjectClass<T> {
  const { properties: read, setters: set, navigations: ways, methods: run, getItem, items } = table;
  classes.push({
    className,
    members: [
      ...Object.keys({ ...read, ...set, ...ways, ...run }),
      ...(getItem ? ["GetItem"] : []),
      ...(items ? ["Items"] : []),
    ],
    since: table.since ?? {},
  });
  class Instance implements HostObject {
    readonly className = className;
    constructor(
      readonly self: T,
      private readonly context: Context,
    ) {}
    identity(): Record<string, unknown> {
      return table.identity?.(this.self, this.context) ?? {};
    }
    propertyNames(): readonly string[] {
      return propertyNames;
    }
    hasProperty(name: string): boolean {
      return properties.has(name);
    }
    isCalculated(name: string): boolean {
      return table.calculated?.includes(name) ?? false;
    }
    readProperty(name: string): unknown {
      return properties.get(name)?.(this.self, this.context);
    }
    setter(name: string): ((value: unknown) => void) | undefined {
      const set = setters.get(name);
      return (
        set &&
        ((value) => {
          set(this.self, value, this.context);
        })
      );
    }
    navigation(name: string): (() => HostObject | null) | undefined {
      const navigate = navigations.get(name);
      return navigate && (() => navigate(this.self, this.context));
    }
    method(name: string): ((args: readonly unknown[]) => unknown) | undefined {
      const since = own(table.since ?? {}, name);
      if (since !== undefined && !this.context.hasExcelApi(since)) return undefined;
      const run = methods.get(name);
      return run && ((args) => run(this.self, args, this.context));
    }
    items(): readonly HostObject[] | undefined {
      return table.items?.(this.self, this.context);
    }
    indexer(args: readonly unknown[]): HostObject | null | undefined {
      return table.getItem?.(this.self, args[0], this.context);
    }
  }
  // Maps, so that a member such as `constructor` of a hostile request is not found on a prototype.
  const properties = new Map(Object.entries(table.properties ?? {}));
  const setters = new Map(Object.entries(table.setters ?? {}));
  const navigations = new Map(Object.entries(table.navigations ?? {}));
  const methods = new Map(Object.entries(table.methods ?? {}));
  const isInstance = (object: unknown): object is Instance => object instanceof Instance;
  const propertyNames = [...properties.keys()];
  return {
    of: (self, context) => new Instance(self, context),
    selfOf: (object) => (isInstance(object) ? object.self : undefined),
  };
}
