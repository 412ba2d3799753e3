import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");

/** The policy of webpack's configuration, which jest cannot load itself. */
function policyOf(env: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const script = `require("./webpack.config.js")(${JSON.stringify(env)}, { mode: "production" }).then(({ plugins }) =>
    console.log(plugins.map(({ userOptions }) => userOptions?.templateParameters?.csp).find(Boolean)))`;
  const csp = execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" }).trim();
  return new Map(
    csp.split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources.join(" ")];
    }),
  );
}

const MICROSOFT = "https://appsforoffice.microsoft.com";

test("the policy of the page lets in its own files and office.js, nothing else", () => {
  const policy = policyOf({});
  expect(policy.get("default-src")).toBe("'none'");
  expect(policy.get("script-src")).toBe(`'self' ${MICROSOFT}`);
  expect(policy.get("connect-src")).toBe(`'self' ${MICROSOFT}`);
  for (const name of ["base-uri", "form-action", "object-src"]) expect(policy.get(name)).toBe("'none'");
  // inline styles alone: Griffel and Excel on the web need them (docs: safety)
  expect([...policy].filter(([, sources]) => sources.includes("unsafe")).map(([name]) => name)).toEqual([
    "style-src",
  ]);
  expect([...policy.values()].join(" ")).not.toMatch(/\*|http:|blob:|unsafe-eval/);
});

test("with office.js of one's own server no other machine is named", () => {
  const policy = policyOf({ officeJs: "office/office.js" });
  expect([...policy.values()].join(" ")).not.toMatch(/https?:/);
});

describe.each([
  ["the page", join(root, "assets/page/taskpane.html")],
  ["the built page", join(root, "dist/taskpane.html")],
])("%s", (_, path) => {
  const html = readIfThere(path);

  // a clean tree has no dist before `npm run build`, which `npm test` runs first
  (html === null ? test.skip : test)(
    "has no script of its own between its tags, and none for an event",
    () => {
      const page = (html ?? "").replace(/<%[^]*?%>/g, "");
      for (const [, attributes = "", content = ""] of page.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
        expect(attributes).toMatch(/\bsrc=/);
        expect(content.trim()).toBe("");
      }
      expect(page).not.toMatch(/\son[a-z]+\s*=/i);
      expect(page).not.toMatch(/javascript:/i);
      const policy = page.indexOf("Content-Security-Policy");
      expect(policy).toBeGreaterThan(0);
      expect(policy).toBeLessThan(page.indexOf("<script"));
    },
  );
});

test("nothing is put into the page as HTML or run as text", () => {
  const ways =
    /\.innerHTML|\.outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|new Function\(|document\.write/;
  const found = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/^workbench[\\/]/.test(path))
    .filter((path) => ways.test(readFileSync(join(root, "src", path), "utf8")));
  expect(found).toEqual([]);
});

test("the product asks the network for nothing", () => {
  const ways = /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts/;
  const found = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/^workbench[\\/]/.test(path))
    .filter((path) => ways.test(readFileSync(join(root, "src", path), "utf8")));
  expect(found).toEqual([]);
});

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
