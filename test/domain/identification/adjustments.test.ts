import { applyAdjustments } from "../../../src/domain/identification/adjustments";
import type { Adjustment, Verdict, VerdictStatus } from "../../../src/domain/identification/verdict";

function verdict(school: string, status: VerdictStatus): Verdict {
  return { schoolKey: `name:${school}`, school, status, criteria: [], unchecked: [], evidence: [] };
}
function decision(action: Adjustment["action"], school: string, more: Partial<Adjustment> = {}): Adjustment {
  return { schoolKey: `name:${school}`, school, action, ground: "НСУ", date: "2019-09-01", ...more };
}

const VERDICTS = [
  verdict("Берёзовская СОШ", "low"),
  verdict("Заречная СОШ", "low"),
  verdict("Лицей №1", "notLow"),
  verdict("Полевая ООШ", "insufficient"),
];

describe("the group is computed + added − removed", () => {
  test.each<[string, Adjustment[], { group: string[]; added: string[]; removed: string[]; idle?: string[] }]>(
    [
      ["no decisions", [], { group: ["Берёзовская СОШ", "Заречная СОШ"], added: [], removed: [] }],
      [
        "one added, one removed",
        [decision("add", "Полевая ООШ"), decision("remove", "Заречная СОШ")],
        { group: ["Берёзовская СОШ", "Полевая ООШ"], added: ["Полевая ООШ"], removed: ["Заречная СОШ"] },
      ],
      [
        "a computed one added too stands once in the group",
        [decision("add", "Заречная СОШ")],
        { group: ["Берёзовская СОШ", "Заречная СОШ"], added: ["Заречная СОШ"], removed: [] },
      ],
      [
        "one without any results may be added",
        [decision("add", "Новая СОШ")],
        { group: ["Берёзовская СОШ", "Заречная СОШ", "Новая СОШ"], added: ["Новая СОШ"], removed: [] },
      ],
      [
        "removing one that is not in the group changes nothing",
        [decision("remove", "Лицей №1")],
        { group: ["Берёзовская СОШ", "Заречная СОШ"], added: [], removed: [], idle: ["Лицей №1"] },
      ],
      [
        "the later date holds",
        [decision("remove", "Заречная СОШ", { date: "2019-10-01" }), decision("add", "Заречная СОШ")],
        { group: ["Берёзовская СОШ"], added: [], removed: ["Заречная СОШ"] },
      ],
      [
        "of one date the later in the list holds",
        [decision("remove", "Заречная СОШ"), decision("add", "Заречная СОШ")],
        { group: ["Берёзовская СОШ", "Заречная СОШ"], added: ["Заречная СОШ"], removed: [] },
      ],
      [
        "a name typed by hand finds its school",
        [
          decision("remove", "", {
            schoolKey: "",
            school: "МБОУ «Заречная средняя общеобразовательная школа»",
          }),
        ],
        { group: ["Берёзовская СОШ"], added: [], removed: ["Заречная СОШ"] },
      ],
    ],
  )("%s", (_, adjustments, { group, added, removed, idle = [] }) => {
    const found = applyAdjustments(VERDICTS, adjustments);
    const names = (list: readonly { readonly school: string }[]) => list.map(({ school }) => school);
    expect(names(found.computed)).toEqual(["Берёзовская СОШ", "Заречная СОШ"]);
    expect(names(found.group)).toEqual(group);
    expect(names(found.added)).toEqual(added);
    expect(names(found.removed)).toEqual(removed);
    expect(names(found.idle)).toEqual(idle);
    expect(found.problems).toEqual([]);
  });

  test("a member tells its verdict and the decision that added it", () => {
    const { group } = applyAdjustments(VERDICTS, [
      decision("add", "Полевая ООШ"),
      decision("add", "Новая СОШ"),
    ]);
    expect(group.map(({ school, verdict: own, added }) => [school, own?.status, added?.ground])).toEqual([
      ["Берёзовская СОШ", "low", undefined],
      ["Заречная СОШ", "low", undefined],
      ["Новая СОШ", undefined, "НСУ"],
      ["Полевая ООШ", "insufficient", "НСУ"],
    ]);
  });

  test("a decision kept under a former key finds the school that got a login since", () => {
    const school = {
      key: "edu:100001",
      name: "Заречная СОШ",
      spellings: [],
      keys: ["edu:100001", "name:заречная сош"],
    };
    const known = [{ ...verdict("Заречная средняя школа", "low"), schoolKey: "edu:100001" }];
    const kept = decision("remove", "", { schoolKey: "name:заречная сош" });
    expect(applyAdjustments(known, [kept], [school]).removed).toMatchObject([{ schoolKey: "edu:100001" }]);
  });
});

describe("what is wrong with a decision", () => {
  const source = { sheet: "Решения", address: "A4" };
  test.each<[string, Adjustment, object]>([
    [
      "no ground",
      decision("add", "Полевая ООШ", { ground: " ", source }),
      { code: "adjustmentIncomplete", severity: "warning", source, fields: { missing: "ground" } },
    ],
    [
      "no date",
      decision("add", "Полевая ООШ", { date: null }),
      { code: "adjustmentIncomplete", fields: { missing: "date", action: "add", school: "Полевая ООШ" } },
    ],
    [
      "neither",
      decision("remove", "Заречная СОШ", { date: null, ground: "" }),
      { code: "adjustmentIncomplete", fields: { missing: "ground, date" } },
    ],
    [
      "removing a school that nobody knows",
      decision("remove", "Новая СОШ", { source }),
      { code: "adjustmentUnknownSchool", severity: "error", source, fields: { school: "Новая СОШ" } },
    ],
  ])("%s", (_, adjustment, problem) => {
    expect(applyAdjustments(VERDICTS, [adjustment]).problems).toMatchObject([problem]);
  });

  test("a name that two schools have finds neither", () => {
    const twins = [
      { ...verdict("СОШ №1", "low"), schoolKey: "edu:100001" },
      { ...verdict("СОШ №1", "low"), schoolKey: "edu:100002" },
    ];
    const { problems, group } = applyAdjustments(twins, [decision("remove", "СОШ №1")]);
    expect(problems).toMatchObject([{ code: "adjustmentUnknownSchool" }]);
    expect(group).toHaveLength(2);
  });
});
