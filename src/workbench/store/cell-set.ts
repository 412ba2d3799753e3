/** Cells by row and column: whole-sheet writes touch hundreds of thousands, for which text keys are too dear. */
export class CellSet {
  readonly #rows = new Map<number, Set<number>>();

  get size(): number {
    let size = 0;
    for (const columns of this.#rows.values()) size += columns.size;
    return size;
  }

  add(row: number, column: number): void {
    const columns = this.#rows.get(row);
    if (columns) columns.add(column);
    else this.#rows.set(row, new Set([column]));
  }

  has(row: number, column: number): boolean {
    return this.#rows.get(row)?.has(column) ?? false;
  }

  delete(row: number, column: number): boolean {
    return this.#rows.get(row)?.delete(column) ?? false;
  }

  clear(): void {
    this.#rows.clear();
  }

  /** Row by row in the order of the first touch. */
  rows(): IterableIterator<[number, ReadonlySet<number>]> {
    return this.#rows.entries();
  }

  *[Symbol.iterator](): IterableIterator<readonly [row: number, column: number]> {
    for (const [row, columns] of this.#rows) for (const column of columns) yield [row, column];
  }
}
