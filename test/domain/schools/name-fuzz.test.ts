import fc from "fast-check";
import {
  documentName,
  normaliseMunicipality,
  normaliseSchoolName,
  tidyName,
} from "../../../src/domain/schools/name";
import { settleSchools } from "../../../src/domain/schools/settle";
import { fuzz } from "../../fuzz";
import { result } from "./rows";

const KINDS = ["СОШ", "ООШ", "Лицей", "Гимназия", "средняя общеобразовательная школа"];
const PLACES = ["Берёзовская", "Лесная", "Ново-Горная"];
const named = fc.oneof(
  fc.tuple(fc.constantFrom(...KINDS), fc.integer({ min: 1, max: 250 })).map(([kind, n]) => `${kind} № ${n}`),
  fc
    .tuple(fc.constantFrom(...PLACES), fc.constantFrom("СОШ", "ООШ"), fc.integer({ min: 1, max: 30 }))
    .map(([place, kind, n]) => `${place} ${kind} № ${n}`),
);

/** What typing, copying and other systems do to a name without meaning anything by it. */
const DECORATIONS: readonly ((name: string) => string)[] = [
  (name) => `МБОУ «${name}»`,
  (name) => `МКОУ "${name}"`,
  (name) => `  ${name}  `,
  (name) => name.replaceAll(" ", "\u00A0"),
  (name) => name.replaceAll(" ", "  "),
  (name) => name.replace("№ ", "№"),
  (name) => name.replace("№", "N"),
  (name) => name.replaceAll("ё", "е"),
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.replaceAll("О", "O").replaceAll("о", "o"),
  (name) => `${name}\u200B`,
  (name) => name.normalize("NFD"),
  (name) => `${name}(edu200001)`,
  (name) => name.replace(" ", "\n"),
];
const decorations = fc.array(fc.constantFrom(...DECORATIONS), { maxLength: 4 });

test("no decoration changes the key of a school, in whatever order they come", () => {
  fc.assert(
    fc.property(named, decorations, (name, list) => {
      const decorated = list.reduce((text, decorate) => decorate(text), name);
      expect(normaliseSchoolName(decorated)).toBe(normaliseSchoolName(name));
    }),
    fuzz(2000),
  );
});

test("two numbers never have one key, whatever surrounds them", () => {
  const number = fc.integer({ min: 1, max: 2000 });
  fc.assert(
    fc.property(number, number, fc.constantFrom(...KINDS), decorations, (one, other, kind, list) => {
      fc.pre(one !== other);
      const [a = "", b = ""] = [one, other].map((n) =>
        list.reduce((text, decorate) => decorate(text), `${kind} № ${n}`),
      );
      expect(normaliseSchoolName(a)).not.toBe(normaliseSchoolName(b));
    }),
    fuzz(2000),
  );
});

const anyText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        "МБОУ",
        "СОШ",
        "№",
        "1",
        "11",
        "«",
        "»",
        '"',
        "(edu200001)",
        "|",
        "им.",
        "г.",
        "O",
        "ё",
        "-",
        "constructor",
      ),
      { maxLength: 9 },
    )
    .map((words) => words.join(" ")),
);

test.each([
  ["normaliseSchoolName", normaliseSchoolName],
  ["normaliseMunicipality", normaliseMunicipality],
  ["tidyName", tidyName],
  ["documentName", documentName],
])("%s of its own answer is that answer, for any text", (_, make) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = make(text);
      expect(make(once)).toBe(once);
    }),
    fuzz(2000),
  );
});

// seed 1: of two signs in a row the first stood still
test("signs of a number in a row are one sign", () => {
  expect(normaliseSchoolName("n N:0")).toBe("0");
  expect(normaliseSchoolName("СОШ № №5")).toBe("сош 5");
});

test("schools of two municipalities never become one, whatever their names are", () => {
  const places = ["Н-ский район", "М-ский округ", "городской округ Н-ск"];
  const row = fc.record({ school: named, list: decorations, municipality: fc.constantFrom(...places) });
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 8 }), (rows) => {
      const results = rows.map(({ school, list, municipality }, at) =>
        // a login would make them one school by right
        result(list.reduce((text, decorate) => decorate(text), school).replace("(edu200001)", ""), {
          municipality,
          source: { sheet: "Л", address: `A${at + 1}` },
        }),
      );
      const settled = settleSchools(results);
      const places = new Map<string, Set<string>>();
      for (const { schoolKey, municipality = "" } of settled.results)
        places.set(schoolKey, (places.get(schoolKey) ?? new Set()).add(normaliseMunicipality(municipality)));
      for (const of of places.values()) expect(of.size).toBe(1);
    }),
    fuzz(500),
  );
});
