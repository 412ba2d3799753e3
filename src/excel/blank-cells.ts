/**
 * Excel on desktop passes a blank cell to a custom function as 0. Where that changes the answer, the cells themselves
 * are asked; many calls share one read.
 */

/** A range of a custom function: null is a blank. */
type Values = readonly (readonly unknown[])[];

/** Addresses that one read serves at most: keeps a request far from the 5 MB limit of Excel on the web. */
const ADDRESSES_PER_READ = 500;

/** Ranges of more cells are asked for their used part only: a whole column has a million cells. */
const WHOLE_READ = 5000;

/** What is known of the cells at an address: whether the cell in this row and column of it is empty. */
type Emptiness = (row: number, column: number) => boolean;
interface Waiting {
  readonly large: boolean;
  readonly resolve: (emptiness: Emptiness) => void;
  readonly reject: (error: unknown) => void;
}

let waiting = new Map<string, Waiting[]>();

/**
 * Computes an answer with blank cells as null, whichever way the host passes them.
 *
 * A computed array has no address: its zeros are zeros. Otherwise the answer is made twice, with zeros as zeros and with
 * zeros as blanks. More blanks only ever take answers away, so where the two agree nothing in between differs, and
 * nothing is read. A host that tells no addresses at all gets no answer where zeros matter.
 * @param addresses `invocation.parameterAddresses`, by position; undefined where the host does not tell them.
 * @returns a promise that is rejected only when the cells could not be read.
 */
export async function withBlanks<R extends readonly (Values | null)[], T>(
  ranges: R,
  addresses: readonly (string | null)[] | undefined,
  compute: (ranges: R) => T,
): Promise<T> {
  const asZeros = compute(ranges);
  if (!ranges.some(hasZero)) return asZeros;
  if (addresses === undefined ? tellsAddresses() : blanksArriveAsNull()) return asZeros;
  const asked = ranges.map((range, index) => (hasZero(range) ? addresses?.[index] : null));
  if (addresses !== undefined && !asked.some(Boolean)) return asZeros;
  const asBlanks = compute(mapRanges(ranges, () => () => true));
  if (same(asZeros, asBlanks)) return asZeros;
  if (addresses === undefined) throw new Error("this Excel does not tell where a range stands");
  const known = await Promise.all(
    ranges.map((range, index) => {
      const address = asked[index];
      return address ? emptinessOf(address, cellsOf(range) > WHOLE_READ) : Promise.resolve(null);
    }),
  );
  return compute(mapRanges(ranges, (index) => (row, column) => known[index]?.(row, column) ?? false));
}

const cellsOf = (range: Values | null): number => (range?.length ?? 0) * (range?.[0]?.length ?? 0);

/** `parameterAddresses` came with this set; an older Excel calls the function without them. */
function tellsAddresses(): boolean {
  return (
    typeof Office === "undefined" ||
    Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.3")
  );
}

function blanksArriveAsNull(): boolean {
  return Office.context.platform === Office.PlatformType.OfficeOnline;
}

const hasZero = (range: Values | null): boolean => range?.some(rowHasZero) ?? false;
const rowHasZero = (row: readonly unknown[]): boolean => row.includes(0);

/** Whether two answers to the same ranges are the same; long ones mostly differ early or are plain values. */
function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((part, index) => same(part, other[index]));
  }
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** The same ranges with null in place of the zeros that are blank; a row without zeros is not copied. */
function mapRanges<R extends readonly (Values | null)[]>(
  ranges: R,
  isBlank: (index: number) => (row: number, column: number) => boolean,
): R {
  const mapped = ranges.map((range, index) => {
    const blank = isBlank(index);
    const mapRow = (row: readonly unknown[], r: number): readonly unknown[] =>
      rowHasZero(row) ? row.map((cell, c) => (cell === 0 && blank(r, c) ? null : cell)) : row;
    return range?.map(mapRow) ?? null;
  });
  return mapped as readonly (Values | null)[] as R; // the same ranges in the same places
}

function emptinessOf(address: string, large: boolean): Promise<Emptiness> {
  return new Promise((resolve, reject) => {
    if (waiting.size === 0) setTimeout(readAll, 0);
    const others = waiting.get(address) ?? [];
    waiting.set(address, [...others, { large, resolve, reject }]);
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

type Batch = readonly (readonly [string, readonly Waiting[]])[];

async function readSome(batch: Batch): Promise<void> {
  try {
    const found = await Excel.run(async (context) => {
      const ranges = batch.map(([address, calls]) => load(rangeAt(context, address), calls));
      await context.sync();
      return ranges.map(toEmptiness);
    });
    batch.forEach(([, calls], index) => {
      for (const call of calls) call.resolve(found[index] ?? (() => false));
    });
  } catch (error) {
    // one address that cannot be read, of a sheet renamed meanwhile, is no reason to refuse the others
    if (batch.length > 1) await Promise.all(batch.map((one) => readSome([one])));
    else for (const [, calls] of batch) for (const call of calls) call.reject(error);
  }
}

/** A range, and the used part of it where the whole is not read. */
interface Asked {
  readonly range: Excel.Range;
  readonly used: Excel.Range | null;
}

function load(range: Excel.Range, calls: readonly Waiting[]): Asked {
  if (!calls.some(({ large }) => large)) {
    range.load("valueTypes");
    return { range, used: null };
  }
  const used = range.getUsedRangeOrNullObject(true);
  range.load("rowIndex,columnIndex");
  used.load("valueTypes,rowIndex,columnIndex");
  return { range, used };
}

function toEmptiness({ range, used }: Asked): Emptiness {
  const [asked, top, left] =
    used === null
      ? [range, 0, 0]
      : [used, used.rowIndex - range.rowIndex, used.columnIndex - range.columnIndex];
  if (asked.isNullObject) return () => true;
  const types = asked.valueTypes;
  return (row, column) =>
    (types[row - top]?.[column - left] ?? Excel.RangeValueType.empty) === Excel.RangeValueType.empty;
}

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
