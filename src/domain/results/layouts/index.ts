import type { Layout } from "./layout";
import { longList } from "./long-list";
import { wide } from "./wide";

/** Every layout that is tried on a sheet; their order settles equal confidence. */
export const LAYOUTS: readonly Layout[] = [longList, wide];
