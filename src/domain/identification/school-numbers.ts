/**
 * Numbers of schools by their keys. Sheets name their schools in one order again and again, so the school that followed
 * last time is tried first: it spares nearly all look-ups by text.
 */
export class SchoolNumbers {
  private readonly numbers = new Map<string, number>();
  private readonly followers: Int32Array;
  private last = 0;

  constructor(private readonly keys: readonly string[]) {
    keys.forEach((key, number) => this.numbers.set(key, number));
    this.followers = new Int32Array(keys.length);
  }

  /** @throws RangeError for a key that no school has */
  of(key: string): number {
    const follower = this.followers[this.last] ?? 0;
    if (this.keys[follower] === key) return (this.last = follower);
    const number = this.numbers.get(key);
    if (number === undefined) throw new RangeError(`a result of a school that is not settled: ${key}`);
    this.followers[this.last] = number;
    return (this.last = number);
  }
}
