import { allRoles, defaultRoleNames, formatRoles } from "../../../src/domain/measures/roles";

test("the cell of responsibles", () => {
  expect(formatRoles(["department", "methodCentre"])).toBe("Управление образования, методический центр");
  expect(formatRoles(["methodCentre", "school"])).toBe("Методический центр, общеобразовательные организации");
  expect(formatRoles(["department", "methodCentre", "school"], {}, "short")).toBe("УО, МЦ, ОО");
  expect(formatRoles([])).toBe("");
});

test("the department's own names, one name once", () => {
  const names = { department: "Отдел образования", generalEducation: "Отдел образования" };
  expect(formatRoles(["department", "generalEducation", "school"], names, "short")).toBe(
    "Отдел образования, ОО",
  );
});

test("every role has both names", () => {
  expect(allRoles).toHaveLength(13);
  for (const role of allRoles) {
    expect(defaultRoleNames[role].full).not.toBe("");
    expect(defaultRoleNames[role].short).not.toBe("");
  }
});
