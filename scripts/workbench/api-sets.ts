/** What of each requirement set of ExcelApi the embedded host has: `npx tsx scripts/workbench/api-sets.ts` writes docs/host-api.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import "../../src/workbench/protocol/host";
import { type ClassMembers, definedClasses } from "../../src/workbench/objects/define-class";
import { compareVersions } from "../packaging/api-floor";

/** A member of Excel's object model: `Range.values`, and the version of ExcelApi that brought it. */
export interface ApiMember {
  readonly className: string;
  readonly name: string;
  readonly version: string;
}

const ROOT = join(__dirname, "..", "..");
export const HOST_API = join(ROOT, "docs", "host-api.md");

/** Plumbing of office.js, which every class has. */
const PLUMBING = new Set([
  "context",
  "load",
  "set",
  "toJSON",
  "track",
  "untrack",
  "isNullObject",
  "constructor",
]);

/** Members of the classes of Excel, as the types of office.js state them. */
export function documentedMembers(): ApiMember[] {
  const types = createRequire(join(ROOT, "package.json")).resolve("@types/office-js/index.d.ts");
  const text = readFileSync(types, "utf8");
  const members: ApiMember[] = [];
  // One class of the namespace after another: its text ends where its brace stands at the class's own depth.
  for (const found of text.matchAll(/^ {4}class (\w+) extends OfficeExtension\.ClientObject \{$/gm)) {
    const [head, className = ""] = found;
    const from = found.index + head.length;
    const body = text.slice(from, text.indexOf("\n    }\n", from));
    if (excelNamespace(text, found.index)) members.push(...membersOf(className, body));
  }
  return members;
}

const excelNamespace = (text: string, at: number): boolean =>
  /declare namespace (\w+)/.exec(text.slice(text.lastIndexOf("\ndeclare namespace ", at), at))?.[1] ===
  "Excel";

function membersOf(className: string, body: string): ApiMember[] {
  const found = body.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:readonly )?(\w+)[?(:<]/g);
  const versions = new Map<string, string>();
  for (const [, comment = "", name = ""] of found) {
    const version = /\[Api set: ExcelApi ([\d.]*\d)\b/.exec(comment)?.[1];
    if (version === undefined || PLUMBING.has(name)) continue;
    const known = versions.get(name); // an overload may have come later than the member
    if (known === undefined || compareVersions(version, known) < 0) versions.set(name, version);
  }
  return [...versions].map(([name, version]) => ({ className, name, version }));
}

/** Wire names of members that the client sends under another one than that of its interface. */
const WIRE: Readonly<Record<string, string>> = { showGridlines: "Gridlines" };

/** Events are registered by methods of their own. */
const EVENTS: Readonly<Record<string, string>> = { onChanged: "_RegisterDataChangedEvent" };

/** Names under which the client may ask the host for a documented member. */
export function wireNames(name: string): readonly string[] {
  const capital = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  if (/^on[A-Z]/.test(name)) return [EVENTS[name] ?? `_Register${name.slice(2)}Event`];
  return [capital, ...(WIRE[name] === undefined ? [] : [WIRE[name]])];
}

/** Whether the host's class has a documented member. */
export const hasMember = ({ members }: ClassMembers, name: string): boolean =>
  wireNames(name).some((each) => members.includes(each));

/** The table of the document. */
export function formatHostApi(): string {
  const documented = documentedMembers();
  const classes = new Map(definedClasses().map((each) => [each.className, each]));
  const versions = [...new Set(documented.map(({ version }) => version))].sort(compareVersions);
  const has = ({ className, name }: ApiMember): boolean => {
    const known = classes.get(className);
    return known !== undefined && hasMember(known, name);
  };
  const rows = versions.map((version) => {
    const all = documented.filter((member) => member.version === version);
    return `| ${version} | ${all.filter(has).length} of ${all.length} |`;
  });
  const own = [...classes.values()]
    .map((known) => {
      const names = documented.filter((each) => each.className === known.className);
      return { name: known.className, names, had: names.filter(has) };
    })
    .filter(({ names }) => names.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(
      ({ name, names, had }) =>
        `| ${name} | ${had.length} of ${names.length} | ${had.map((each) => each.name).join(", ")} |`,
    );
  return `# What of ExcelApi the embedded host has

Written by \`npx tsx scripts/workbench/api-sets.ts\` from the types of office.js and the classes of \`src/workbench/objects\`; a test compares. The host has what the
add-in calls. It declares ExcelApi up to 1.13, so that the add-in's own checks go both ways; whatever else it is asked, it answers \`ApiNotFound\` and lists it, and
tests assert that the list is empty.

| ExcelApi | members the host has |
|---|---|
${rows.join("\n")}

| class | members | which |
|---|---|---|
${own.join("\n")}
`;
}

if (require.main === module) writeFileSync(HOST_API, formatHostApi());
