import { affected, isBelow } from "../../scripts/house/advisories";

test.each([
  ["5.1.9", "5.2.0", true],
  ["5.2.0", "5.2.0", false],
  ["10.0.0", "9.9.9", false],
  ["3.1.4-beta.1", "3.1.5", true],
])("%s is below %s: %s", (version, other, below) => {
  expect(isBelow(version, other)).toBe(below);
});

test.each([
  ["a shipped package that is known to be unsafe", { version: "5.1.0" }, "papaparse", [true]],
  ["the same for development", { version: "5.1.0", dev: true }, "papaparse", [true]],
  ["its fixed version", { version: "5.2.0" }, "papaparse", []],
  ["a range above another", { version: "16.3.1" }, "react-dom", [true]],
  ["between two ranges", { version: "16.2.1" }, "react-dom", []],
  ["what development may keep", { version: "8.3.2", dev: true }, "uuid", [false]],
  ["the same where it is shipped", { version: "8.3.2" }, "uuid", [true]],
])("%s", (_, locked, name, refused) => {
  const found = affected({ [`node_modules/other/node_modules/${name}`]: locked });
  expect(found.map((one) => one.refused)).toEqual(refused);
});
