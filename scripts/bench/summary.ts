import type { FunctionFigures } from "./functions";
import type { IdentificationFigures } from "./identification";
import type { JobFigures } from "./job";
import type { PaneFigures } from "./pane";
import type { ReadingFigures } from "./reading";

export interface Figures {
  readonly schools: number;
  readonly pupils: number;
  readonly rows: number;
  readonly identification: IdentificationFigures;
  readonly reading: ReadingFigures;
  /** Megabytes. */
  readonly memory: number;
  readonly job: JobFigures;
  readonly functions: FunctionFigures;
  /** Null where no browser was to be started. */
  readonly pane: PaneFigures | null;
}

/** What `--json` writes. */
export function summaryOf({ identification, reading, memory, job, functions, pane }: Figures) {
  const bySize = (figure: "syncs" | "bytes") =>
    Object.fromEntries(job.sizes.map((size) => [String(size.schools), size[figure]]));
  const { timesFasterThanArquero, timesBareLoop, exponent } = identification;
  return {
    identification: { timesFasterThanArquero, timesBareLoop, exponent },
    reading: {
      timesFasterThanArquero: reading.timesFasterThanArquero,
      exponent: reading.exponent,
      memoryMb: memory,
    },
    job: {
      syncs: bySize("syncs"),
      bytes: job.sizes.at(-1)?.bytes ?? null,
      bytesBySize: bySize("bytes"),
      exponent: job.exponent,
      msPerSchool: Object.fromEntries(job.sizes.map(({ schools, ms }) => [String(schools), ms / schools])),
    },
    functions: {
      perCallMicroseconds: functions.perCallMicroseconds,
      arrayPerRowTimesCheaper: functions.arrayPerRowTimesCheaper,
      emptyPerRowMicroseconds: functions.emptyRowMicroseconds,
    },
    pane: {
      firstPaintGz: pane?.firstPaintGz ?? null,
      functionsGz: pane?.functionsGz ?? null,
      interactiveMs: pane?.interactiveMs ?? null,
    },
  };
}

/** A figure with its goal; the goals are those that the project set itself. */
export interface Line {
  readonly part: string;
  readonly figure: string;
  readonly value: string;
  readonly goal: string;
  /** Null where there is no goal. */
  readonly met: boolean | null;
}

const MB_OF_A_REQUEST = 4;
const BYTES_IN_MB = 1_000_000;
const KB = 1024;

export function linesOf(figures: Figures): readonly Line[] {
  return [...pureLines(figures), ...jobLines(figures), ...functionLines(figures), ...paneLines(figures)];
}

function line(part: string, figure: string, value: string, goal = "", met: boolean | null = null): Line {
  return { part, figure, value, goal, met };
}

const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ×`;
const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

function exponentLine(part: string, exponent: number): Line {
  return line(part, "growth of time, exponent", exponent.toFixed(2), "≤ 1.1", exponent <= 1.1);
}

function pureLines({ identification, reading, memory, schools, pupils }: Figures): Line[] {
  const judged = `identification, ${schools} schools`;
  const read = `reading, ${pupils} pupils × 30 columns`;
  const { timesFasterThanArquero: beside, timesBareLoop: loop, withColumns: whole } = identification;
  return [
    line(judged, "faster than arquero", times(beside), "≥ 2 ×", beside >= 2),
    line(judged, "time of a bare loop", times(loop), "≤ 12 ×", loop <= 12),
    line(judged, "faster than arquero, columns made inside the clock", times(whole.timesFasterThanArquero)),
    line(judged, "time of a bare loop, columns made inside the clock", times(whole.timesBareLoop)),
    exponentLine(judged, identification.exponent),
    ...identification.timings.map(({ name, ms }) => line(judged, name, milliseconds(ms))),
    line(
      read,
      "faster than arquero",
      times(reading.timesFasterThanArquero),
      "≥ 1 ×",
      reading.timesFasterThanArquero >= 1,
    ),
    exponentLine(read, reading.exponent),
    line(read, "peak memory of the process", `${memory.toFixed(0)} MB`, "< 1500 MB", memory < 1500),
    ...reading.timings.map(({ name, ms }) => line(read, name, milliseconds(ms))),
  ];
}

function jobLines({ job }: Figures): Line[] {
  const part = "one-click job in the embedded host";
  const [least] = job.sizes;
  return [
    exponentLine(part, job.exponent),
    ...job.sizes.flatMap(({ schools, syncs, bytes, ms }) => {
      const allowed = (least?.syncs ?? NaN) + Math.floor(bytes / (MB_OF_A_REQUEST * BYTES_IN_MB));
      return [
        line(part, `${schools} schools: syncs`, String(syncs), `≤ ${allowed}`, syncs <= allowed),
        line(part, `${schools} schools: sent`, `${(bytes / BYTES_IN_MB).toFixed(1)} MB`),
        line(part, `${schools} schools: time per school`, milliseconds(ms / schools)),
      ];
    }),
  ];
}

function functionLines({ functions, rows }: Figures): Line[] {
  const part = `custom functions through office.js, ${rows} rows`;
  const { perCallMicroseconds: perCall, emptyRowMicroseconds: emptyRow } = functions;
  const { arrayPerRowTimesCheaper: cheaper } = functions;
  const microseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} µs`;
  return [
    line(part, "a row of an array call is cheaper than a call", times(cheaper), "≥ 50 ×", cheaper >= 50),
    line(part, "the same, were the function itself to cost nothing", times(perCall / emptyRow)),
    line(part, "a call", microseconds(perCall)),
    line(part, "a row of an array call", microseconds(functions.perRowMicroseconds)),
    line(
      part,
      "a row of an array call, blanks asked of the cells",
      microseconds(functions.cellsRowMicroseconds),
    ),
    line(
      part,
      "a call of a function that does nothing: office.js and JSON",
      microseconds(functions.emptyCallMicroseconds),
    ),
    line(part, "a row of an array call of it", microseconds(emptyRow)),
  ];
}

function paneLines({ pane }: Figures): Line[] {
  if (pane === null) return [];
  const kb = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB gz`;
  const part = "pane";
  const { firstPaintGz: first, functionsGz: functions, lazy, interactiveMs } = pane;
  return [
    line(part, "scripts at first paint", kb(first), "≤ 130 KB gz", first <= 130 * KB),
    line(part, "functions, loaded first", kb(functions), "≤ 15 KB gz", functions <= 15 * KB),
    line(
      part,
      "usable, processor slowed 4 ×",
      milliseconds(interactiveMs),
      "≤ 1000 ms",
      interactiveMs <= 1000,
    ),
    ...lazy.map(({ name, bytes }) => line(part, `on demand: ${name}`, kb(bytes))),
  ];
}

/** The figures as the terminal shows them, ratios before times. */
export function tableOf(figures: Figures): string {
  const lines = linesOf(figures);
  const rows = lines.map(({ part, figure, value, goal, met }) => [
    part,
    figure,
    value,
    goal,
    met === null ? "" : met ? "met" : "NOT MET",
  ]);
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
