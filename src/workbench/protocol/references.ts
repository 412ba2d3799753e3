import type { HostObject } from "./host-object";

/** Objects that office.js tracks between syncs under ids such as `RANGE:5`. */
export class References {
  readonly #objects = new Map<string, HostObject>();
  readonly #ids = new WeakMap<HostObject, string>();
  #next = 1;

  keep(object: HostObject): void {
    if (this.#ids.has(object)) return;
    const id = `${object.className.toUpperCase()}:${this.#next++}`;
    this.#ids.set(object, id);
    this.#objects.set(id, object);
  }

  idOf(object: HostObject): string | undefined {
    return this.#ids.get(object);
  }

  find(id: string): HostObject | undefined {
    return this.#objects.get(id);
  }

  remove(id: string): void {
    const object = this.#objects.get(id);
    if (object) this.#ids.delete(object);
    this.#objects.delete(id);
  }

  clear(): void {
    for (const id of [...this.#objects.keys()]) this.remove(id);
  }

  get objects(): Iterable<HostObject> {
    return this.#objects.values();
  }

  get size(): number {
    return this.#objects.size;
  }
}
