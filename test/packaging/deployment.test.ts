import { readFileSync } from "node:fs";
import { deployedManifest, deploymentUrl } from "../../scripts/packaging/deployment-url";

test.each([
  ["a server", "https://addins.example.ru", "https://addins.example.ru"],
  ["a folder on it", "https://addins.example.ru/shnor/", "https://addins.example.ru/shnor"],
  ["a port", "https://addins.example.ru:8443/shnor", "https://addins.example.ru:8443/shnor"],
])("%s is an address to deploy at", (_name, given, expected) => {
  expect(deploymentUrl(given)).toBe(expected);
});

test.each([
  ["no scheme", "addins.example.ru", /https:\/\//],
  ["http, which Excel does not open", "http://addins.example.ru", /https:\/\//],
  ["a path of this disk", "dist", /https:\/\//],
  ["a query", "https://addins.example.ru/?v=1", /without \?/],
  ["a user", "https://admin@addins.example.ru/", /without \?/],
])("%s is refused", (_name, given, message) => {
  expect(() => deploymentUrl(given)).toThrow(message);
});

test("the manifest of a deployed folder names its server everywhere", () => {
  const manifest = readFileSync("manifest.xml", "utf8");
  const deployed = deployedManifest(manifest, "https://localhost:3000", "https://addins.example.ru/shnor");
  expect(deployed).toContain("<AppDomain>https://addins.example.ru</AppDomain>");
  expect(deployed).toContain(
    '<SourceLocation DefaultValue="https://addins.example.ru/shnor/taskpane.html"/>',
  );
  expect(deployed).not.toContain("localhost");
});
