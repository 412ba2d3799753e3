import { seedColumns } from "../columns";
import type { RoadmapTemplate } from "../measure";
import { explanatoryNote } from "./quality-system/note";
import { assessmentSections } from "./quality-system/assessment";
import { supportSections } from "./quality-system/support";

/**
 * Seed 003, worded anew, over six calendar years; results are ours, the seed has none. Mended: the misspelt name of
 * the municipality is gone with every name; 3.5 has a deadline.
 */
export const qualitySystem: RoadmapTemplate = {
  id: "quality-system",
  name: "Дорожная карта развития оценки качества (МСОКО)",
  title: "Дорожная карта развития муниципальной системы оценки качества образования",
  source: "003",
  period: { unit: "calendarYear", years: 6 },
  columns: seedColumns["003"],
  note: explanatoryNote,
  sections: [...assessmentSections, ...supportSections],
};
