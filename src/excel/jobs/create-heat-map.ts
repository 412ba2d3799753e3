import { HEAT_MAP_ID, planHeatMap } from "../../domain/documents/heat-map-sheet";
import type { SchoolYear } from "../../domain/results/year";
import type { Settings } from "../../domain/settings";
import { prepare, sourcesOf } from "./create-roadmap";
import { asRun } from "../runs/runs";
import type { WorkbookPort, WrittenSheet } from "../port";

/**
 * Makes the sheet «Тепловая карта» of a year from the workbook as it is now. One that nobody edited is written anew in
 * place; beside an edited one a new sheet is made.
 * @returns the sheet, or null where the year has no figures any more
 */
export const createHeatMap = (
  port: WorkbookPort,
  settings: Settings,
  year: SchoolYear,
): Promise<WrittenSheet | null> => asRun("heatMap", ({ bound }) => create(bound(port), settings, year));

async function create(
  port: WorkbookPort,
  settings: Settings,
  year: SchoolYear,
): Promise<WrittenSheet | null> {
  const prepared = await prepare(port, { settings });
  const { analysis, snapshot } = prepared;
  if (analysis.results.every((result) => result.year !== year)) return null;
  const plan = planHeatMap(analysis, year);
  const earlier = snapshot.own.findLast(
    ({ id, unchanged, protected: locked }) => id === HEAT_MAP_ID && unchanged && !locked,
  );
  const task = earlier === undefined ? { plan } : { plan, replace: earlier };
  const [written] = await port.write([task], snapshot, [], sourcesOf(prepared));
  return written ?? null;
}
