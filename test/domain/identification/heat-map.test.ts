import { heatMap, heatYears } from "../../../src/domain/identification/heat-map";
import { analysisOf, resultsOf, shareOnly, type Row } from "../documents/support";

const [MATHS, RUSSIAN, OGE] = ["ВПР математика 5", "ВПР русский язык 5", "ОГЭ химия"];

const ROWS: readonly Row[] = [
  ["А", 2026, MATHS, "1/10"],
  ["А", 2026, OGE, "9/10"], // rule «000» has no chemistry
  ["Б", 2026, MATHS, "3/10"],
  ["Б", 2026, RUSSIAN, "4/10"],
  ["В", 2025, MATHS, "5/10"],
  ["В", 2026, MATHS, "0/0"], // was not held
];

test("years with figures, the latest first; a procedure that nobody took is no figure", () => {
  expect(heatYears({ results: resultsOf(ROWS) })).toEqual([2026, 2025]);
  expect(heatYears({ results: resultsOf([["В", 2027, MATHS, "0/0"]]) })).toEqual([]);
});

test("schools of the list come first; what the rule does not judge by comes last and is never low", () => {
  const map = heatMap(analysisOf(resultsOf(ROWS)), 2026);
  expect(map.procedures.slice(map.judged)).toEqual([OGE]);
  expect([...map.procedures.slice(0, map.judged)].sort()).toEqual([MATHS, RUSSIAN]);
  const told = map.rows.map(({ school, listed, cells }) => [
    school,
    listed,
    map.procedures
      .map((title, at) => {
        const cell = cells[at];
        return cell == null ? `${title}: –` : `${title}: ${cell.share}${cell.low ? " low" : ""}`;
      })
      .sort(),
  ]);
  expect(told).toEqual([
    ["Б", true, [`${MATHS}: 0.3 low`, `${RUSSIAN}: 0.4 low`, `${OGE}: –`]],
    ["А", false, [`${MATHS}: 0.1`, `${RUSSIAN}: –`, `${OGE}: 0.9`]],
  ]);
});

test("a share without counts is drawn; below the least number of participants nothing is low", () => {
  const results = [shareOnly(["А", 2026, MATHS, "0/1"], 0.42), ...resultsOf([["Б", 2026, MATHS, "2/4"]])];
  const { rows } = heatMap(analysisOf(results, { minParticipants: 5 }), 2026);
  expect(rows.map(({ cells }) => [cells[0]?.share, cells[0]?.participants, cells[0]?.low])).toEqual([
    [0.42, null, true],
    [0.5, 4, false],
  ]);
});

test("each figure knows its cell", () => {
  const { rows } = heatMap(analysisOf(resultsOf(ROWS)), 2025);
  expect(rows.map(({ school, cells }) => [school, cells[0]?.source])).toEqual([
    ["В", { sheet: "2025", address: `В ${MATHS}` }],
  ]);
});
