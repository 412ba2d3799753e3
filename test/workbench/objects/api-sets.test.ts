import { readFileSync } from "node:fs";
import {
  documentedMembers,
  formatHostApi,
  HOST_API,
  hasMember,
  wireNames,
} from "../../../scripts/workbench/api-sets";
import { definedClasses } from "../../../src/workbench/objects/define-class";
import { compareVersions } from "../../../scripts/packaging/api-floor";

/** The floor of the add-in's manifest: what came before it every profile has. */
const FLOOR = "1.9";

test("what came after the floor is answered only where a profile declares its set", () => {
  // Versions: "[Api set: ExcelApi …]" of @types/office-js.
  const classes = new Map(definedClasses().map((each) => [each.className, each]));
  const wrong = documentedMembers()
    .filter(({ version }) => compareVersions(version, FLOOR) > 0)
    .flatMap(({ className, name, version }) => {
      const known = classes.get(className);
      if (!known || !hasMember(known, name)) return [];
      const stated = wireNames(name)
        .map((each) => known.since[each])
        .find((each) => each !== undefined);
      return stated === version
        ? []
        : [`${className}.${name}: ${version}, the host says ${stated ?? "always"}`];
    });
  expect(wrong).toEqual([]);
});

test("the types are read: versions of members that are known", () => {
  // learn.microsoft.com, Excel.Range: values 1.1, getMergedAreasOrNullObject 1.13; Excel.Worksheet.showGridlines 1.8.
  const version = (className: string, name: string) =>
    documentedMembers().find((member) => member.className === className && member.name === name)?.version;
  expect([
    version("Range", "values"),
    version("Range", "getMergedAreasOrNullObject"),
    version("Worksheet", "showGridlines"),
  ]).toEqual(["1.1", "1.13", "1.8"]);
});

test("docs/host-api.md says what the host has (npx tsx scripts/workbench/api-sets.ts)", () => {
  expect(readFileSync(HOST_API, "utf8").replaceAll("\r\n", "\n")).toBe(formatHostApi());
});
