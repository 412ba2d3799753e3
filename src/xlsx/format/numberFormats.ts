/** Formats that a file names by number only: ECMA-376 part 1, 18.8.30, as Excel with Russian settings stores them. */
export const BUILT_IN: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: '#,##0 "₽";-#,##0 "₽"',
  6: '#,##0 "₽";[Red]-#,##0 "₽"',
  7: '#,##0.00 "₽";-#,##0.00 "₽"',
  8: '#,##0.00 "₽";[Red]-#,##0.00 "₽"',
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "dd/mm/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "dd/mm/yyyy h:mm",
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  41: '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-',
  42: '_-* #,##0 "₽"_-;-* #,##0 "₽"_-;_-* "-" "₽"_-;_-@_-',
  43: '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-',
  44: '_-* #,##0.00 "₽"_-;-* #,##0.00 "₽"_-;_-* "-"?? "₽"_-;_-@_-',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

/** Numbers whose meaning does not depend on the reader's regional settings: only these are written by number. */
const STABLE = new Set([0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 20, 21, 45, 46, 48, 49]);

const numbers = new Map(
  Object.entries(BUILT_IN)
    .filter(([id]) => STABLE.has(Number(id)))
    .map(([id, code]) => [code, Number(id)]),
);

/** Number of a built-in format, when it may be used in a written file. */
export function builtInNumber(code: string): number | undefined {
  return numbers.get(code);
}
