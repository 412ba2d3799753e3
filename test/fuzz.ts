/**
 * How property tests run: a fixed seed in `npm test`, so that it never fails by chance; `FC_SEED` takes another one and
 * `FC_TIMES` as many times more runs (`npm run fuzz`). A seed that fails becomes a case.
 */
export function fuzz(numRuns: number): { readonly numRuns: number; readonly seed: number } {
  const { FC_SEED: seed = "20261122", FC_TIMES: times = "1" } = process.env;
  return { numRuns: Math.ceil(numRuns * Number(times)), seed: Number(seed) };
}

/** How long such a test may take: as many times longer as it has more runs. */
export const patience = (milliseconds: number): number =>
  milliseconds * Math.max(1, Number(process.env["FC_TIMES"] ?? 1));
