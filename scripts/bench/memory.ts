/** Peak of the whole process while the sheet of pupils is made and read once, in megabytes. */
import { readWorkbook } from "../../src/domain/results/read";
import { pupilGrid } from "./pupils";

const KB_IN_MB = 1024;

export function peakMemory(pupils: number): number {
  const { results } = readWorkbook([pupilGrid(pupils)]);
  if (results.length === 0) throw new Error("nothing was read");
  // of getrusage, in KB on every system that Node runs on
  return process.resourceUsage().maxRSS / KB_IN_MB;
}
