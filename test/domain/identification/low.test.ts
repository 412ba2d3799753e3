import fc from "fast-check";
import { couldFlip, isLow, isShareLow, lowState } from "../../../src/domain/identification/low";
import { fuzz } from "../../fuzz";

describe("isLow", () => {
  test.each<[number, number, number, string]>([
    // failed, participants, threshold, expected; exact shares by hand
    [3, 10, 30, "low"], // 30 %
    [6, 20, 30, "low"],
    [9, 30, 30, "low"],
    [15, 50, 30, "low"],
    [2, 10, 30, "notLow"],
    [2, 7, 30, "notLow"], // 28.57 %
    [3, 7, 30, "low"], // 42.86 %
    [299, 1000, 30, "notLow"], // 29.9 %
    [0, 5, 30, "notLow"],
    [1, 1, 30, "low"],
    [0, 0, 30, "noData"],
    [11, 40, 27.5, "low"], // 27.5 %
    [10, 40, 27.5, "notLow"],
    [3, 1000, 0.3, "low"], // 0.3 × 1000 is 300 only in integers
    [1, 3, 33.333333, "low"],
    [1, 3, 33.333334, "notLow"],
    [7, 25, 28, "low"], // 0.28 * 100 = 28.000000000000004 in floats
    [29, 50, 58, "low"], // 0.58 * 100 = 57.99999999999999 in floats
    [0, 5, 0, "low"], // a threshold of 0 is met by anybody
    [5, 5, 100, "low"],
    [4, 5, 100, "notLow"],
    [516_661, 1_722_202, 30, "low"], // 30 % of the country's participants is 516 660.6
    [516_660, 1_722_202, 30, "notLow"],
  ])("%i of %i at %d %% is %s", (failed, participants, threshold, expected) => {
    expect(isLow({ participants, failed }, threshold)).toBe(expected);
  });

  test("agrees with exact fractions for every count and threshold of two decimals", () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), fc.nat(10_000), (a, b, hundredths) => {
        const [failed, participants] = [Math.min(a, b), Math.max(a, b, 1)];
        const low = BigInt(failed) * 10_000n >= BigInt(hundredths) * BigInt(participants);
        expect(isLow({ participants, failed }, hundredths / 100)).toBe(low ? "low" : "notLow");
      }),
      fuzz(2000),
    );
  });
});

describe("isShareLow", () => {
  test.each<[number, number, boolean]>([
    [0.3, 30, true],
    [0.2999, 30, false], // 29.99 %
    [0.1 + 0.2, 30, true], // 0.30000000000000004
    [0.7 - 0.4, 30, true], // 0.29999999999999993
    [0.2999999995, 30, true], // the tenth decimal is rounded
    [0.2999999994, 30, false],
    [0.275, 27.5, true],
    [0, 0, true],
  ])("%d at %d %% is %s", (share, threshold, expected) => {
    expect(isShareLow(share, threshold)).toBe(expected);
  });
});

describe("lowState", () => {
  const unknown = { participants: null, failed: null, share: null };
  test.each<[string, Parameters<typeof lowState>[0], number, string]>([
    ["counts", { participants: 10, failed: 3, share: 0.3 }, 0, "low"],
    [
      "counts win over a rounded share",
      { participants: 7, failed: 2, share: 0.3, shareDecimals: 0 },
      0,
      "notLow",
    ],
    ["marks alone", { ...unknown, marks: [3, 3, 2, 2] }, 0, "low"],
    ["marks alone of nobody", { ...unknown, marks: [0, 0, 0, 0] }, 0, "noData"],
    ["a share alone", { ...unknown, share: 0.3 }, 0, "low"],
    ["a share of unknown participants passes any minimum", { ...unknown, share: 0.3 }, 10, "low"],
    ["a share of nobody", { participants: 0, failed: null, share: 0.3 }, 0, "noData"],
    ["participants and a share", { participants: 10, failed: null, share: 0.3 }, 0, "low"],
    ["participants and nothing else", { participants: 10, failed: null, share: null }, 0, "noData"],
    ["nothing", unknown, 0, "noData"],
    ["below the minimum", { participants: 9, failed: 9, share: 1 }, 10, "noData"],
    ["at the minimum", { participants: 10, failed: 9, share: 0.9 }, 10, "low"],
  ])("%s", (_, figures, minParticipants, expected) => {
    expect(lowState(figures, 30, minParticipants)).toBe(expected);
  });
});

describe("couldFlip", () => {
  test.each<[string, number | null, number, number | undefined, number, boolean]>([
    // name, participants, share, decimals of the per cent, threshold, expected
    ["30 % stands for 29.5 … 30.5", null, 0.3, 0, 30, true],
    ["29 % stands for 28.5 … 29.5", null, 0.29, 0, 30, false],
    ["29.9 % stands for 29.85 … 29.95", null, 0.299, 1, 30, false],
    ["30.0 % stands for 29.95 … 30.05", null, 0.3, 1, 30, true],
    ["30 % at 29.5: all of 29.5 … 30.5 is low", null, 0.3, 0, 29.5, false],
    ["30 % at 30.5: 30.5 may have been rounded to even", null, 0.3, 0, 30.5, true],
    ["an exact share", null, 0.3, undefined, 30, false],
    ["30 % of 10 is 3 people", 10, 0.3, 0, 30, false],
    ["30 % of 7 is nobody's share, the printed figures disagree", 7, 0.3, 0, 30, true],
    ["30 % of 200 is 59, 60 or 61 people", 200, 0.3, 0, 30, true],
    ["30.00 % of 200 is 60 people", 200, 0.3, 2, 30, false],
    ["nobody", 0, 0.3, 0, 30, false],
  ])("%s", (_, participants, share, decimals, threshold, expected) => {
    const figures = { participants, failed: null, share };
    const rounded = decimals === undefined ? figures : { ...figures, shareDecimals: decimals };
    expect(couldFlip(rounded, threshold)).toBe(expected);
  });

  // 8 / 27 = 29.6 %, which prints as 30 %: with 27 known, only 8 people print so, and 8 of 27 is below 30 %
  test("8 of 27 printed as 30 % is not low", () => {
    expect(lowState({ participants: 27, failed: null, share: 0.3, shareDecimals: 0 }, 30)).toBe("notLow");
  });

  test("if it says no, the printed share tells the truth", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.nat(400),
        fc.nat(2),
        fc.boolean(),
        (n, f, decimals, known) => {
          const failed = Math.min(f, n);
          const share = Math.round((failed / n) * 100 * 10 ** decimals) / 10 ** decimals / 100;
          const printed = { participants: known ? n : null, failed: null, share, shareDecimals: decimals };
          if (couldFlip(printed, 30)) return;
          expect(lowState(printed, 30)).toBe(isLow({ participants: n, failed }, 30));
        },
      ),
      fuzz(3000),
    );
  });
});
