import { cpus } from "node:os";
import { linesOf, type Figures, type Line } from "./summary";

/** docs/performance.md: every figure comes from the run that writes it. */
export function performancePage(figures: Figures): string {
  const parts = new Map<string, Line[]>();
  for (const line of linesOf(figures)) parts.set(line.part, [...(parts.get(line.part) ?? []), line]);
  return [
    "# Performance",
    "",
    "Written by `npm run bench`; do not edit. Times are processor time of the process, medians of several runs. Peers run by",
    "turns in one process and ratios are taken run by run, so ratios hold on another machine and times do not.",
    `This run: Node ${process.version}, ${process.platform}, ${cpus().length} processors.`,
    "",
    "What is measured, and what the peers do, is said at the head of each file of `scripts/bench`. In short: identification",
    "gets settled schools and results as ready columns (`ResultColumns`; rows beside show it with the columns made inside",
    "the clock) and gives verdicts with evidence, while arquero filters, groups and rolls up the same rule over ready columns",
    "and the bare loop does it over typed arrays; reading gets the cells of a sheet and recognises,",
    "checks and counts the rows (school, class, variant, score, mark and person of each; points of single tasks do not bear",
    "on a result), while arquero groups ready columns by school and counts marks, different people and filled cells of all",
    "the other columns. The one-click job is timed from the button to the last request, without opening the file.",
    ...[...parts].flatMap(([part, lines]) => ["", `## ${capital(part)}`, "", ...tableLines(lines)]),
    "",
  ].join("\n");
}

function tableLines(lines: readonly Line[]): string[] {
  const cells = lines.map(({ figure, value, goal, met }) => [
    capital(figure),
    value,
    goal,
    met === null ? "" : met ? "yes" : "**no**",
  ]);
  return [["Figure", "Value", "Goal", "Met"], ["---", "---", "---", "---"], ...cells].map(
    (row) => `| ${row.join(" | ")} |`,
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
