import type { Result } from "../../../src/domain/results/result";
import { settleSchools } from "../../../src/domain/schools/settle";
import { codes, result } from "./rows";

describe("the same school, procedure and year twice", () => {
  const at = (address: string, more: Partial<Result> = {}) =>
    result("СОШ №5", { source: { sheet: "Лист1", address }, ...more });

  test.each<[string, Partial<Result>, Partial<Result>, "duplicateSame" | "duplicateDiffers", string[]]>([
    ["equal counts", {}, {}, "duplicateSame", ["C9"]],
    ["failed differ", {}, { failed: 4, share: 0.4 }, "duplicateDiffers", []],
    ["participants differ", {}, { participants: 20, failed: 6 }, "duplicateDiffers", []],
    [
      "counts and the share that they make",
      {},
      { participants: null, failed: null },
      "duplicateSame",
      ["C9"],
    ],
    [
      // 2 of 7 is 28.57 %, printed 28.6 with one decimal
      "counts and the share rounded",
      { participants: null, failed: null, share: 0.286, shareDecimals: 1 },
      { participants: 7, failed: 2, share: 2 / 7 },
      "duplicateSame",
      ["C10"],
    ],
    [
      "counts and another share",
      { participants: 7, failed: 2, share: 2 / 7 },
      { participants: null, failed: null, share: 0.29, shareDecimals: 1 },
      "duplicateDiffers",
      [],
    ],
    ["nobody and somebody", {}, { participants: 0, failed: 0, share: null }, "duplicateDiffers", []],
  ])("%s", (_, first, second, code, kept) => {
    const rows = [at("C10", second), at("C9", first)];
    for (const order of [rows, rows.toReversed()]) {
      const { results, problems } = settleSchools(order);
      expect(results.map(({ source }) => source.address)).toEqual(kept);
      expect(problems).toMatchObject([
        {
          code,
          severity: code === "duplicateSame" ? "info" : "error",
          source: { address: "C9" },
          related: [{ address: "C10" }],
        },
      ]);
    }
  });

  test("the figures of both cells are told", () => {
    const { problems } = settleSchools([at("C9"), at("C10", { failed: 4 })]);
    expect(problems[0]?.fields).toEqual({
      school: "СОШ №5",
      procedure: "ВПР математика 5",
      year: "2018/2019",
      first: "3/10",
      second: "4/10",
    });
  });

  test("one of three differs: none is used, all three cells named", () => {
    const { results, problems } = settleSchools([at("C9"), at("C10"), at("D2", { failed: 5 })]);
    expect(results).toEqual([]);
    expect(problems).toMatchObject([
      {
        code: "duplicateDiffers",
        source: { address: "D2" },
        related: [{ address: "C9" }, { address: "C10" }],
      },
    ]);
  });

  test("another procedure, year or school is no duplicate", () => {
    expect(
      codes([
        at("C9"),
        at("C10", { procedure: { form: "ВПР", subject: "русский язык", grade: 5 } }),
        at("C11", { year: 2018 }),
        result("СОШ №6"),
      ]),
    ).toEqual([]);
  });

  test("two spellings of one school are found as duplicates", () => {
    expect(codes([result("МБОУ «СОШ № 7»"), result("СОШ №7", { failed: 9 })])).toEqual(["duplicateDiffers"]);
  });
});
