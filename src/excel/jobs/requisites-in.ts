import {
  isRequisites,
  readRequisites,
  REQUISITES_ID,
  type Requisites,
} from "../../domain/documents/requisites";
import type { Grid } from "../../domain/grid";
import type { Problem } from "../../domain/problem";
import type { Snapshot } from "../port";

type Sheets = Pick<Snapshot, "own" | "grids">;

/** A sheet of requisites that the user typed before there was one of ours. */
export function usersRequisites({ own, grids }: Sheets): Grid | null {
  return own.some(({ id }) => id === REQUISITES_ID) ? null : (grids.find(isRequisites) ?? null);
}

/** What the workbook tells of the department, on our sheet or on the user's own. */
export function requisitesIn(snapshot: Sheets): {
  readonly requisites: Requisites;
  readonly problems: readonly Problem[];
} {
  const users = usersRequisites(snapshot);
  if (users !== null) return readRequisites(users, "users");
  const ours = snapshot.own.findLast(({ id }) => id === REQUISITES_ID)?.grid ?? null;
  return ours === null ? { requisites: {}, problems: [] } : readRequisites(ours);
}
