/**
 * What each row of a document is known by when the document is made again: a measure by its origin, a text by the name
 * of its place. The ids stand in a hidden column of the sheet, so that rows may be moved, added and deleted.
 */
export class RowIds {
  private readonly ids: string[] = [];
  private readonly used = new Set<string>();
  /** Number that the next row of an id begins with: thousands of rows may bear one id. */
  private readonly repeats = new Map<string, number>();
  private scope = "text";
  private count = 0;
  private complete = true;

  /** Id of the next text; those after it are counted from it. */
  name(id: string): this {
    this.scope = id;
    this.count = 0;
    return this;
  }

  /** One text of so many rows. */
  text(rows: number): void {
    this.count += 1;
    this.add(this.count === 1 ? this.scope : `${this.scope}/${this.count}`, rows);
  }

  /** A row of a table, with its continuations; without an id the document has no ids. */
  row(id: string | undefined, rows: number): void {
    if (id === undefined) this.complete = false;
    this.add(id ?? "", rows);
  }

  /** An empty row is known by the one before it. */
  blank(): void {
    this.add(`after ${this.ids.at(-1) ?? "start"}`, 1);
  }

  /** Ids of all rows; null where a row of a table has none, since a place in a table says nothing of the row. */
  all(): readonly string[] | null {
    return this.complete ? this.ids : null;
  }

  private add(id: string, rows: number): void {
    for (let part = 1; part <= rows; part++) {
      const wanted = part === 1 ? id : `${id} +${part - 1}`;
      let unique = wanted;
      let n = this.repeats.get(wanted) ?? 2;
      for (; this.used.has(unique); n++) unique = `${wanted} (${n})`;
      if (unique !== wanted) this.repeats.set(wanted, n);
      this.used.add(unique);
      this.ids.push(unique);
    }
  }
}
