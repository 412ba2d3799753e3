import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { guidePage, headingId } from "../../scripts/packaging/guide-page";
import * as control from "../../src/locales/ru/control-pane";
import * as functions from "../../src/locales/ru/functions-pane";
import * as insight from "../../src/locales/ru/insight-pane";
import * as later from "../../src/locales/ru/pane-later";
import * as pane from "../../src/locales/ru/pane";
import * as problemKinds from "../../src/locales/ru/problem-kinds";
import * as recognition from "../../src/locales/ru/recognition";
import { removalLabel } from "../../src/locales/removal-label";

const DOCS = join(__dirname, "../../docs");
const guide = readFileSync(join(DOCS, "guide.ru.md"), "utf8");
const MOST_BYTES = 150 * 1024;

/** Every text of the interface that needs no figures. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** Labels of the ribbon and of the context menu. */
function manifestTexts(): string[] {
  const manifest = readFileSync(join(DOCS, "../manifest.xml"), "utf8");
  return [...manifest.matchAll(/<bt:String id="[^"]*" DefaultValue="([^"]*)"/g)].map(
    ([, text]) => text ?? "",
  );
}

const found = (pattern: RegExp): string[] => [...guide.matchAll(pattern)].map(([, text]) => text ?? "");

describe("the guide for methodists", () => {
  it("names buttons and fields as the interface does: everything in bold is a text of it", () => {
    const locales = [control, functions, insight, later, pane, problemKinds, recognition];
    const known = new Set([...locales.flatMap(textsOf), ...manifestTexts(), removalLabel("ru")]);
    const bold = found(/\*\*(.+?)\*\*/gs);
    expect(bold.length).toBeGreaterThan(50);
    expect(bold.filter((name) => !known.has(name))).toEqual([]);
  });

  it("shows pictures that exist and are small, each said in words too", () => {
    const images = [...guide.matchAll(/!\[(.*?)\]\((.+?)\)/g)];
    expect(images.length).toBeGreaterThan(8);
    for (const [, words, path] of images) {
      expect(words).not.toBe("");
      expect(statSync(join(DOCS, path ?? "")).size).toBeLessThanOrEqual(MOST_BYTES);
    }
  });

  it("links to documents and headings that exist", () => {
    const headings = new Set(found(/^#+ (.+)$/gm).map(headingId));
    for (const target of found(/[^!]\[.*?\]\((.+?)\)/g))
      if (target.startsWith("#")) expect(headings).toContain(target.slice(1));
      else expect([target, existsSync(join(DOCS, target))]).toEqual([target, true]);
  });

  it("becomes a page that asks nothing of another machine and keeps its anchors", () => {
    const { html, images } = guidePage(guide);
    expect(images).toEqual(found(/!\[.*?\]\((.+?)\)/g));
    expect(html).toContain('<h2 id="4-школы-и-причины">4. Школы и причины</h2>');
    expect(html).toContain('href="functions.html"');
    expect(html).not.toMatch(/<script|src="http/);
  });

  it.each(["architecture.md", "nowhere.md"])(
    "a link to %s, which is not deployed, stops the build",
    (name) => {
      expect(() => guidePage(`[там](${name})`)).toThrow(name);
    },
  );
});
