import { seedColumns } from "../columns";
import type { RoadmapTemplate } from "../measure";
import { actionSections, decisionSection } from "./support-programme/actions";
import { monitoringSection } from "./support-programme/indicators";

/**
 * Seed 004, worded anew, over two calendar years: 27 measures and the 13 indicators of section 3. Mended: 2.14 has a
 * deadline and a responsible; 4.4 comes before the plan it serves; the day of an event or a document is a latest day,
 * since in another year the same date may fall on a day off.
 */
export const supportProgramme: RoadmapTemplate = {
  id: "support-programme",
  name: "Программа поддержки школ с низкими результатами",
  title:
    "Муниципальная программа поддержки школ с низкими результатами и школ в неблагоприятных социальных условиях",
  source: "004",
  period: { unit: "calendarYear", years: 2 },
  columns: seedColumns["004"],
  goal: "Выстроить муниципальное управление, которое повышает качество образования в школах с низкими результатами и школах в неблагоприятных социальных условиях: единые подходы, распространение лучших педагогических и управленческих практик, сетевое партнёрство со школами, показывающими высокие результаты",
  sections: [...actionSections, monitoringSection, decisionSection],
};
