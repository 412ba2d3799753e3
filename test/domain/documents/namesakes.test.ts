import { forDocuments } from "../../../src/domain/documents/package";
import { analysisOf, resultsOf } from "./support";

const analysis = analysisOf(
  resultsOf([
    ["а", 2019, "ВПР математика 5", "3/10"],
    ["б", 2019, "ВПР математика 5", "3/10"],
    ["в", 2019, "ВПР математика 5", "3/10"],
  ]),
);

// «СОШ № 1» of two districts are two schools: without the district nobody knows which one a document means.
test.each([
  ["two districts", ["Н-ский район", "М-ский район"], ["СОШ № 1 (М-ский район)", "СОШ № 1 (Н-ский район)"]],
  ["no district known", ["", ""], ["СОШ № 1", "СОШ № 1"]],
])("schools that print alike, %s", (_, municipalities, expected) => {
  const name = (key: string): string => (key === "в" ? "СОШ № 2" : "СОШ № 1");
  const { verdicts } = analysis.identification;
  const { identification, schools } = forDocuments({
    ...analysis,
    schools: analysis.schools.map((school, i) => ({
      ...school,
      name: name(school.key),
      municipality: municipalities[i] ?? "П-ский район",
    })),
    identification: {
      ...analysis.identification,
      verdicts: verdicts.map((verdict) => ({ ...verdict, school: name(verdict.schoolKey) })),
    },
  });
  expect(identification.verdicts.map(({ school }) => school)).toEqual([...expected, "СОШ № 2"]);
  expect(schools.map((school) => school.name).sort()).toEqual([...expected, "СОШ № 2"]);
});
