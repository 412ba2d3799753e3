/**
 * Excel on desktop passes a blank cell to a custom function as 0. Where that changes the answer, the cells themselves
 * are asked; many calls share one read.
 */

/** A range of a custom function: null is a blank. */
type Values = readonly (readonly unknown[])[];

/** Addresses that one read serves at most: keeps a request far from the 5 MB limit of Excel on the web. */
const ADDRESSES_PER_READ = 500;

/** What is known of the cells at an address: whether each is empty. */
type Emptiness = readonly (readonly boolean[])[];
interface Waiting {
  readonly resolve: (emptiness: Emptiness) => void;
  readonly reject: (error: unknown) => void;
}

let waiting = new Map<string, Waiting[]>();

/**
 * Computes an answer with blank cells as null, whichever way the host passes them.
 *
 * The answer is made twice, with zeros as zeros and with zeros as blanks. More blanks only ever take answers away, so
 * where the two agree nothing in between differs, and nothing is read. A computed array has no address: its zeros are
 * zeros.
 * @param addresses `invocation.parameterAddresses`, by position; undefined where the host does not tell them.
 * @returns a promise that is rejected only when the cells could not be read.
 */
export async function withBlanks<R extends readonly (Values | null)[], T>(
  ranges: R,
  addresses: readonly (string | null)[] | undefined,
  compute: (ranges: R) => T,
): Promise<T> {
  const asZeros = compute(ranges);
  if (addresses === undefined || blanksArriveAsNull() || !ranges.some(hasZero)) return asZeros;
  const asBlanks = compute(mapRanges(ranges, () => () => true));
  if (JSON.stringify(asZeros) === JSON.stringify(asBlanks)) return asZeros;
  const known = await Promise.all(
    ranges.map((range, index) => {
      const address = addresses[index];
      const asked = address != null && address !== "" && hasZero(range);
      return asked ? emptinessOf(address) : Promise.resolve(null);
    }),
  );
  return compute(mapRanges(ranges, (index) => (row, column) => known[index]?.[row]?.[column] ?? false));
}

function blanksArriveAsNull(): boolean {
  return Office.context.platform === Office.PlatformType.OfficeOnline;
}

const hasZero = (range: Values | null): boolean => range?.some((row) => row.includes(0)) ?? false;

/** The same ranges with null in place of the zeros that are blank. */
function mapRanges<R extends readonly (Values | null)[]>(
  ranges: R,
  isBlank: (index: number) => (row: number, column: number) => boolean,
): R {
  const mapped = ranges.map((range, index) => {
    const blank = isBlank(index);
    return range?.map((row, r) => row.map((cell, c) => (cell === 0 && blank(r, c) ? null : cell))) ?? null;
  });
  return mapped as readonly (Values | null)[] as R; // the same ranges in the same places
}

function emptinessOf(address: string): Promise<Emptiness> {
  return new Promise((resolve, reject) => {
    if (waiting.size === 0) setTimeout(readAll, 0);
    const others = waiting.get(address) ?? [];
    waiting.set(address, [...others, { resolve, reject }]);
  });
}

/** One read for every call of this turn of the calculation. */
function readAll(): void {
  const batch = [...waiting];
  waiting = new Map();
  for (let from = 0; from < batch.length; from += ADDRESSES_PER_READ) {
    void readSome(batch.slice(from, from + ADDRESSES_PER_READ));
  }
}

async function readSome(batch: readonly (readonly [string, readonly Waiting[]])[]): Promise<void> {
  try {
    const found = await Excel.run(async (context) => {
      const ranges = batch.map(([address]) => rangeAt(context, address));
      for (const range of ranges) range.load("valueTypes");
      await context.sync();
      return ranges.map((range) => range.valueTypes.map((row) => row.map(isEmpty)));
    });
    batch.forEach(([, calls], index) => {
      for (const call of calls) call.resolve(found[index] ?? []);
    });
  } catch (error) {
    for (const [, calls] of batch) for (const call of calls) call.reject(error);
  }
}

const isEmpty = (type: Excel.RangeValueType): boolean => type === Excel.RangeValueType.empty;

function rangeAt(context: Excel.RequestContext, address: string): Excel.Range {
  const { sheet, cells } = splitAddress(address);
  return context.workbook.worksheets.getItem(sheet).getRange(cells);
}

/** @example splitAddress("'ВПР 2019'!B2:C9") // { sheet: "ВПР 2019", cells: "B2:C9" } */
export function splitAddress(address: string): { readonly sheet: string; readonly cells: string } {
  const mark = address.lastIndexOf("!");
  const name = address.slice(0, mark);
  const sheet = name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheet, cells: address.slice(mark + 1) };
}
