/**
 * Benchmarks of the domain alone, in a process of their own: `run.ts` bundles this as the product is bundled, since a
 * loader of TypeScript slows functions down. What to do comes as JSON, figures go out as JSON.
 */
import { benchIdentification } from "./identification";
import { peakMemory } from "./memory";
import { benchReading } from "./reading";

export type PureTask =
  | { readonly what: "identification" | "reading"; readonly size: number; readonly runs: number }
  | { readonly what: "memory"; readonly size: number };

function perform(task: PureTask): unknown {
  if (task.what === "memory") return peakMemory(task.size);
  return (task.what === "reading" ? benchReading : benchIdentification)(task.size, task.runs);
}

const [argument = ""] = process.argv.slice(2);
console.log(JSON.stringify(perform(JSON.parse(argument) as PureTask))); // as: `run.ts` is the only caller
