import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { registeredCommands } from "../../scripts/check-manifest";
import { generate, localise } from "../../scripts/packaging/functions-metadata";
import { checkManifest, type Built } from "../../scripts/packaging/manifest-rules";

const ROOT = join(__dirname, "../..");
const manifest = readFileSync(join(ROOT, "manifest.xml"), "utf8");

const generated = generate();

/** What a build puts beside the manifest, without building. */
async function built(overrides: Readonly<Record<string, Buffer | null>> = {}): Promise<Built> {
  const metadata = await generated;
  const made: Record<string, Buffer | null> = {
    "taskpane.html": Buffer.from("page"),
    "functions.js": Buffer.from("script"),
    "functions.html": Buffer.from("help"),
    "functions.en.html": Buffer.from("help"),
    "functions.json": Buffer.from(JSON.stringify(localise(metadata, "ru", "https://localhost:3000"))),
    "functions.en.json": Buffer.from(JSON.stringify(localise(metadata, "en", "https://localhost:3000"))),
    ...overrides,
  };
  const file = (path: string): Buffer | null => {
    if (path in made) return made[path] ?? null;
    const asset = join(ROOT, path);
    return path.startsWith("assets/") && existsSync(asset) ? readFileSync(asset) : null;
  };
  return { file, commands: registeredCommands(join(ROOT, "src/commands")) };
}

test("the manifest is sound", async () => {
  expect(checkManifest(manifest, await built())).toEqual([]);
});

describe("a broken manifest is told", () => {
  test.each([
    ["not XML", (xml: string) => xml.replace("</OfficeApp>", ""), "not well-formed"],
    [
      "elements out of order",
      (xml: string) => xml.replace(/(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, "$2$1"),
      "the schema wants",
    ],
    [
      "label before the group",
      (xml: string) =>
        xml.replace('<CustomTab id="Shnor.Tab">', '<CustomTab id="Shnor.Tab"><Label resid="Tab.Label"/>'),
      "CustomTab",
    ],
    [
      "a menu of cells without commands",
      (xml: string) => xml.replace(/(<OfficeMenu id="ContextMenuCell">)[\s\S]*(<\/OfficeMenu>)/, "$1$2"),
      "OfficeMenu",
    ],
    [
      "a seventh button of a group",
      (xml: string) => {
        const button =
          /<Control xsi:type="Button" id="Shnor.CheckData">[\s\S]*?<\/Control>/.exec(xml)?.[0] ?? "";
        const more = [1, 2, 3, 4].map((n) => button.replace("Shnor.CheckData", `Shnor.More${n}`));
        return xml.replace(button, [button, ...more].join(""));
      },
      "more than 6",
    ],
    ["no supertip", (xml: string) => xml.replace(/<Supertip>[\s\S]*?<\/Supertip>/, ""), "Control"],
    ["an unknown element", (xml: string) => xml.replace("<Runtimes>", "<Toolbars/><Runtimes>"), "Host"],
    [
      "a resource that is not there",
      (xml: string) => xml.replace('<Label resid="Pane.Label"/>', '<Label resid="Panel.Label"/>'),
      "no resource Panel.Label",
    ],
    [
      "a resource of the wrong section",
      (xml: string) => xml.replace('<Label resid="Pane.Label"/>', '<Label resid="Pane.Tip"/>'),
      "Pane.Tip is in bt:LongStrings",
    ],
    [
      "a resource that nobody uses",
      (xml: string) => xml.replace('<Label resid="Pane.Label"/>', '<Label resid="Roadmap.Label"/>'),
      "Pane.Label is not used",
    ],
    [
      "a long id",
      (xml: string) => xml.replaceAll("GetStarted.Description", "GetStarted.Description.Of.The.Tab1"),
      "longer than 32",
    ],
    [
      "a long tip",
      (xml: string) => xml.replace("Прочитать результаты", "Прочитать результаты".padEnd(200, "!")),
      "1 to 250",
    ],
    [
      "a long label",
      (xml: string) => xml.replace('"Открыть панель"', '"Открыть панель школ с низкими результатами"'),
      "label",
    ],
    [
      "no English",
      (xml: string) => xml.replace('<bt:Override Locale="en-US" Value="Open pane"/>', ""),
      "no en-US text",
    ],
    [
      "plain http",
      (xml: string) =>
        xml.replaceAll('https://localhost:3000/functions.js"', 'http://localhost:3000/functions.js"'),
      "not https",
    ],
    [
      "a foreign address",
      (xml: string) =>
        xml.replace('https://localhost:3000/functions.js"', 'https://example.org/functions.js"'),
      "not in AppDomains",
    ],
    [
      "a page that is not built",
      (xml: string) => xml.replaceAll("/taskpane.html", "/pane.html"),
      "pane.html is not built",
    ],
    ["an icon of another size", (xml: string) => xml.replace("pane-16.png", "pane-32.png"), "must be 16×16"],
    [
      "no 80 px icon",
      (xml: string) => xml.replace('<bt:Image size="80" resid="Pane.80"/>', ""),
      "no size 80",
    ],
    ["a short runtime", (xml: string) => xml.replace('lifetime="long"', 'lifetime="short"'), "lifetime"],
    [
      "a page of its own for commands",
      (xml: string) => xml.replace('<FunctionFile resid="Page.Url"/>', '<FunctionFile resid="Help.Url"/>'),
      "share one resid",
    ],
    [
      "a Cyrillic namespace",
      (xml: string) => xml.replace('DefaultValue="NOR"', 'DefaultValue="НОР"'),
      "not ASCII",
    ],
    [
      "an unknown command",
      (xml: string) => xml.replace("<FunctionName>createRoadmap", "<FunctionName>makeRoadmap"),
      "makeRoadmap is not registered",
    ],
    [
      "English first",
      (xml: string) => xml.replace("<DefaultLocale>ru-RU", "<DefaultLocale>en-US"),
      "DefaultLocale",
    ],
    [
      "a version of three numbers",
      (xml: string) => xml.replace(/<Version>[^<]+/, "<Version>1.0.0"),
      "four numbers",
    ],
  ] as [string, (xml: string) => string, string][])("%s", async (_name, change, expected) => {
    const broken = change(manifest);
    expect(broken).not.toBe(manifest);
    expect(checkManifest(broken, await built()).join("\n")).toContain(expected);
  });

  test("metadata that differ between languages", async () => {
    const other = Buffer.from(JSON.stringify({ functions: [] }));
    expect(checkManifest(manifest, await built({ "functions.en.json": other })).join("\n")).toContain(
      "different functions",
    );
  });
});
