import { HostError, hostError } from "./errors";
import type { HostObject } from "./host-object";
import { QueryReader } from "./query";
import type { References } from "./references";
import {
  type Action,
  ActionType,
  type ArgumentInfo,
  type ObjectPath,
  PathType,
  type QueryAnswer,
  type QueryBody,
} from "./wire";
import { own } from "../../xlsx/own";

/** What the dispatcher needs of the host. */
export interface DispatcherParts {
  readonly root: HostObject;
  /** Objects made by `newObject`, such as `Microsoft.ExcelServices.CustomFunctions`. */
  readonly services: ReadonlyMap<string, HostObject>;
  readonly references: References;
  /** Brings results of formulas up to date; `undefined` when they are. */
  calculate(): Promise<void> | undefined;
  /** Notes a member the host does not have. */
  unknown(member: string): void;
}

/** Answers one ProcessQuery. A batch is not a transaction: what came before an error stays done. */
export class Dispatcher {
  readonly #query: QueryReader;

  constructor(private readonly parts: DispatcherParts) {
    this.#query = new QueryReader(parts.references, (member) => this.#notFound(member));
  }

  async process(body: QueryBody): Promise<QueryAnswer> {
    const answer: QueryAnswer = { Results: [], TraceIds: [] };
    const request = new Request(body.ObjectPaths, this.parts, (member) => this.#notFound(member));
    for (const [index, action] of body.Actions.entries())
      try {
        const value = await this.#act(action, request, answer);
        answer.Results.push({ ActionId: action.Id, Value: value ?? null });
      } catch (cause) {
        const error = asHostError(cause);
        answer.Error = {
          Code: error.code,
          Message: error.message,
          HttpStatusCode: error.status,
          Location: request.location,
          ActionIndex: index,
        };
        break;
      }
    return answer;
  }

  async #act(action: Action, request: Request, answer: QueryAnswer): Promise<unknown> {
    if (action.ActionType === ActionType.Trace) {
      answer.TraceIds.push(action.Id);
      return null;
    }
    const object = request.resolve(action.ObjectPathId);
    // Nothing happens to a null object: Microsoft's own samples call `getItemOrNullObject("Sample").delete()` so.
    if (!object) return null;
    request.location = `${object.className}.${action.Name}`;
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return this.#query.instance(object);
      case ActionType.Query:
      case ActionType.QueryAsJson:
        if (this.#query.isCalculated(object, action.QueryInfo ?? {})) await this.parts.calculate();
        return this.#query.read(object, action.QueryInfo ?? {});
      case ActionType.Method:
        return this.#result(await request.call(object, action.Name, action.ArgumentInfo));
      case ActionType.SetProperty:
        this.#set(object, action.Name, request.args(action.ArgumentInfo)[0]);
        return null;
      case ActionType.Update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.#set(object, name, value);
        return null;
      case ActionType.EnsureUnchanged:
        return null;
      default:
        throw this.#notFound(`ActionType ${action.ActionType}`);
    }
  }

  #result(value: unknown): unknown {
    return isHostObject(value) ? this.#query.instance(value) : value;
  }

  #set(object: HostObject, name: string, value: unknown): void {
    const set = object.setter(name);
    if (!set) throw this.#notFound(`${object.className}.${name} =`);
    set(value);
  }

  #notFound(member: string): HostError {
    this.parts.unknown(member);
    return hostError("ApiNotFound", `The embedded host does not have ${member}.`);
  }
}

/** Object paths of one request, each resolved once. */
class Request {
  readonly #resolved = new Map<number, HostObject | null>();
  location = "";

  constructor(
    private readonly paths: Readonly<Record<string, ObjectPath>>,
    private readonly parts: DispatcherParts,
    private readonly notFound: (member: string) => HostError,
  ) {}

  resolve(id: number): HostObject | null {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const path = own(this.paths, String(id));
    if (!path) throw hostError("InvalidReference");
    const object = this.#follow(path);
    this.#resolved.set(id, object);
    return object;
  }

  #follow(path: ObjectPath): HostObject | null {
    if (path.ObjectPathType === PathType.Root) return this.parts.root;
    if (path.ObjectPathType === PathType.Null) return null;
    if (path.ObjectPathType === PathType.NewObject) return this.#service(path.Name);
    if (path.ObjectPathType === PathType.Reference) return this.#reference(path.Name);
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    this.location = `${parent.className}.${path.Name || "getItem"}`;
    switch (path.ObjectPathType) {
      case PathType.Method:
        return this.#object(this.call(parent, path.Name, path.ArgumentInfo), parent, path.Name);
      case PathType.Property: {
        const navigate = parent.navigation(path.Name);
        if (!navigate) throw this.notFound(`${parent.className}.${path.Name}`);
        return navigate();
      }
      case PathType.Indexer: {
        const item = parent.indexer(this.args(path.ArgumentInfo));
        if (item === undefined) throw this.notFound(`${parent.className}.getItem`);
        if (!item) throw hostError("ItemNotFound");
        return item;
      }
      default:
        throw this.notFound(`ObjectPathType ${path.ObjectPathType}`);
    }
  }

  #service(name: string): HostObject {
    const service = this.parts.services.get(name);
    if (!service) throw this.notFound(name);
    return service;
  }

  #reference(id: string): HostObject {
    const object = this.parts.references.find(id);
    if (!object) throw hostError("InvalidReference");
    return object;
  }

  #object(value: unknown, parent: HostObject, name: string): HostObject | null {
    if (value === null || isHostObject(value)) return value;
    throw this.notFound(`${parent.className}.${name} as an object`);
  }

  call(object: HostObject, name: string, info: ArgumentInfo | undefined): unknown {
    const args = this.args(info);
    if (this.#track(object, name, args)) return null;
    const method = object.method(name);
    if (!method) throw this.notFound(`${object.className}.${name}()`);
    return method(args);
  }

  /** Bookkeeping of tracked objects, which every class has. */
  #track(object: HostObject, name: string, [id]: readonly unknown[]): boolean {
    const { references } = this.parts;
    if (name === "_KeepReference") references.keep(object);
    else if (name === "_RemoveReference") references.remove(String(id));
    else if (name === "_RemoveAllReferences") references.clear();
    else return false;
    return true;
  }

  args(info: ArgumentInfo | undefined): unknown[] {
    const values = [...(info?.Arguments ?? [])];
    info?.ReferencedObjectPathIds?.forEach((reference, index) => {
      if (typeof reference === "number" && reference !== 0) values[index] = this.resolve(reference);
    });
    return values;
  }
}

function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "className" in value && "identity" in value;
}

function asHostError(cause: unknown): HostError {
  if (cause instanceof HostError) return cause;
  const detail = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return hostError("GeneralException", `Internal error of the embedded host: ${detail}`);
}
