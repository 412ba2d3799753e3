import type { HostObject } from "./host-object";
import type { References } from "./references";
import type { QueryInfo } from "./wire";

/** What a `load` asks for, as a tree: names of members to what is asked below them. */
interface Selection {
  all: boolean;
  readonly members: Map<string, Selection>;
}

const emptySelection = (): Selection => ({ all: false, members: new Map() });

/** office.js sends the names as the add-in wrote them; on the wire members begin with a capital. */
const capital = (name: string): string =>
  name.startsWith("_") ? name : name.charAt(0).toUpperCase() + name.slice(1);

function parseSelection({ Select = [], Expand = [] }: QueryInfo): Selection {
  const root = emptySelection();
  for (const path of Select) addPath(root, path);
  for (const path of Expand) addPath(root, path).all = true;
  if (root.members.size === 0) root.all = true;
  return root;
}

function addPath(root: Selection, path: string): Selection {
  let at = root;
  for (const part of path.split("/")) {
    if (part === "*" || part === "$all") {
      at.all = true;
      continue;
    }
    const name = capital(part);
    let below = at.members.get(name);
    if (!below) at.members.set(name, (below = emptySelection()));
    at = below;
  }
  return at;
}

/** Answers `load`: a tree of plain values, collections as `{_Items: […]}`, null objects as null. */
export class QueryReader {
  constructor(
    private readonly references: References,
    private readonly unknown: (member: string) => Error,
  ) {}

  read(object: HostObject, info: QueryInfo): unknown {
    return this.#read(object, parseSelection(info), info);
  }

  /** Whether the answer shows results of formulas. */
  isCalculated(object: HostObject, info: QueryInfo): boolean {
    const { all, members } = parseSelection(info);
    const names = all ? object.propertyNames() : [...members.keys()];
    return (
      names.some((name) => object.isCalculated(name)) ||
      [...members.values()].some((below) => below.members.size > 0)
    );
  }

  #read(object: HostObject, selection: Selection, page?: QueryInfo): Record<string, unknown> {
    const value = this.instance(object);
    const items = object.items();
    if (items) {
      const below = selection.members.get("Items") ?? this.#itemSelection(selection);
      const { Skip: skip = 0, Top: top = items.length } = page ?? {};
      value["_Items"] = items.slice(skip, skip + top).map((item) => this.#read(item, below));
    }
    if (selection.all)
      for (const name of object.propertyNames())
        if (!name.startsWith("_")) value[name] = object.readProperty(name);
    for (const [name, below] of selection.members)
      if (name !== "Items" || !items) this.#member(object, name, below, value);
    return value;
  }

  /** `load("name")` on a collection means the name of each item. */
  #itemSelection(selection: Selection): Selection {
    if (selection.all) return { all: true, members: new Map() };
    return { all: selection.members.size === 0, members: selection.members };
  }

  #member(object: HostObject, name: string, below: Selection, value: Record<string, unknown>): void {
    if (object.hasProperty(name)) {
      value[name] = object.readProperty(name);
      return;
    }
    const navigate = object.navigation(name);
    if (navigate) {
      const target = navigate();
      const wanted = below.members.size === 0 ? { ...below, all: true } : below;
      value[name] = target && this.#read(target, wanted);
    } else if (!object.items() && name !== "_ReferenceId") throw this.unknown(`${object.className}.${name}`);
  }

  /** What every answer about an object begins with: by this office.js finds it in later requests. */
  instance(object: HostObject): Record<string, unknown> {
    const reference = this.references.idOf(object);
    return { ...object.identity(), ...(reference !== undefined && { _ReferenceId: reference }) };
  }
}
