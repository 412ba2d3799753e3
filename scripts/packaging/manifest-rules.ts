import { JSDOM } from "jsdom";
import {
  CHILDREN,
  GROUP_LIMIT,
  LABEL_LIMIT,
  REQUIRED_ICON_SIZES,
  RESID_LIMIT,
  SECTION_OF,
  TEXT_LIMITS,
} from "./manifest-schema";

/** What the check may look up beside the manifest itself. */
export interface Built {
  /** A file of the built site by its path, null where there is none. */
  readonly file: (path: string) => Buffer | null;
  /** Names that `Office.actions.associate` is called with; null when unknown. */
  readonly commands: readonly string[] | null;
}

/** Problems of a manifest, one sentence each; none when it is sound. */
export function checkManifest(xml: string, built: Built): string[] {
  const { document } = parse(xml);
  if (document === null) return ["the manifest is not well-formed XML"];
  const root = document.documentElement;
  return [
    ...[root, ...root.querySelectorAll("*")].flatMap(checkChildren),
    ...checkHead(root),
    ...checkResids(root),
    ...checkTexts(root),
    ...checkUrls(root, built),
    ...checkIcons(root, built),
    ...checkGroups(root),
    ...checkRuntime(root),
    ...checkFunctions(root, built),
    ...checkCommands(root, built),
  ];
}

function parse(xml: string): { document: Document | null } {
  try {
    return { document: new JSDOM(xml, { contentType: "text/xml" }).window.document };
  } catch {
    return { document: null };
  }
}

const all = (root: Element, name: string): Element[] =>
  [...root.querySelectorAll("*")].filter((element) => element.nodeName === name);
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? "";
const type = (element: Element): string => attribute(element, "xsi:type");

function pathOf(element: Element): string[] {
  const names: string[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) names.unshift(at.nodeName);
  const overrides = names.lastIndexOf("VersionOverrides");
  return overrides > 0 ? names.slice(overrides) : names;
}

/** The most specific entry of the schema: by type, by path, by name. */
function schemaOf(element: Element): string | undefined {
  const path = pathOf(element);
  const candidates = [`${element.nodeName}[${type(element)}]`];
  for (let from = 0; from < path.length; from++) candidates.push(path.slice(from).join("/"));
  const key = candidates.find((candidate) => candidate in CHILDREN);
  return key === undefined ? undefined : CHILDREN[key];
}

function checkChildren(element: Element): string[] {
  const names = [...element.children].map((child) => child.nodeName);
  const schema = schemaOf(element);
  if (schema === undefined) return names.length === 0 ? [] : [`${element.nodeName}: children not expected`];
  const pattern = schema
    .split(" ")
    .map((part) => part.replace(/^([\w:]+)([?+*]?)$/, "(?:$1 )$2"))
    .join("");
  const found = names.map((name) => `${name} `).join("");
  return new RegExp(`^${pattern}$`).test(found)
    ? []
    : [`${pathOf(element).join("/")}: has [${names.join(", ")}], the schema wants [${schema}]`];
}

function checkHead(root: Element): string[] {
  const problems: string[] = [];
  const text = (name: string): string => all(root, name)[0]?.textContent ?? "";
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text("Id"))) problems.push("Id is not a GUID");
  if (!/^\d+(\.\d+){3}$/.test(text("Version"))) problems.push("Version must have four numbers");
  if (text("DefaultLocale") !== "ru-RU") problems.push("DefaultLocale must be ru-RU");
  return problems;
}

function checkResids(root: Element): string[] {
  const sections = new Map<string, string>();
  const problems: string[] = [];
  for (const element of all(root, "Resources").flatMap((resources) => [
    ...resources.querySelectorAll("[id]"),
  ])) {
    const id = attribute(element, "id");
    if (sections.has(id)) problems.push(`resource ${id} is there twice`);
    if (id.length > RESID_LIMIT) problems.push(`resource id ${id} is longer than ${RESID_LIMIT}`);
    sections.set(id, element.parentElement?.nodeName ?? "");
  }
  const used = new Set<string>();
  for (const element of root.querySelectorAll("[resid]")) {
    const resid = attribute(element, "resid");
    used.add(resid);
    const section = sections.get(resid);
    if (section === undefined) problems.push(`${element.nodeName}: no resource ${resid}`);
    else if (section !== SECTION_OF[element.nodeName])
      problems.push(`${element.nodeName}: ${resid} is in ${section}`);
  }
  for (const id of sections.keys()) if (!used.has(id)) problems.push(`resource ${id} is not used`);
  return problems;
}

function checkTexts(root: Element): string[] {
  const problems: string[] = [];
  const check = (element: Element, limit: number): void => {
    const texts = [
      attribute(element, "DefaultValue"),
      ...[...element.children].map((child) => attribute(child, "Value")),
    ];
    for (const text of texts) {
      if (text === "" || text.length > limit) problems.push(`«${text}» must have 1 to ${limit} characters`);
    }
    const languages = [...element.children].map((child) => attribute(child, "Locale"));
    if (attribute(element, "id") !== "Functions.Namespace" && !languages.includes("en-US")) {
      problems.push(`«${attribute(element, "DefaultValue")}» has no en-US text`);
    }
  };
  for (const [name, limit] of Object.entries(TEXT_LIMITS)) {
    const holders = all(root, name).filter((element) => !element.hasAttribute("resid"));
    for (const holder of holders)
      for (const one of name.startsWith("bt:") ? holder.children : [holder]) check(one, limit);
  }
  const labels = new Set(all(root, "Label").map((label) => attribute(label, "resid")));
  for (const string of all(root, "bt:String").filter((one) => labels.has(attribute(one, "id")))) {
    const label = attribute(string, "DefaultValue");
    if (label.length > LABEL_LIMIT) problems.push(`label «${label}» is longer than ${LABEL_LIMIT}`);
  }
  return problems;
}

function urls(root: Element): string[] {
  return [...root.querySelectorAll("*")]
    .flatMap((element) => [attribute(element, "DefaultValue"), attribute(element, "Value")])
    .filter((value) => /^[a-z]+:\/\//i.test(value));
}

function sitePath(url: string): string {
  return new URL(url).pathname.slice(1);
}

function checkUrls(root: Element, built: Built): string[] {
  const problems: string[] = [];
  const domains = all(root, "AppDomain").map((domain) => domain.textContent);
  for (const url of new Set(urls(root))) {
    if (!url.startsWith("https://")) problems.push(`${url} is not https`);
    if (!domains.includes(new URL(url).origin)) problems.push(`${url} is not in AppDomains`);
    if (built.file(sitePath(url)) === null) problems.push(`${sitePath(url)} is not built`);
  }
  return problems;
}

/** Width and height from the header of a PNG. */
function pngSize(bytes: Buffer | null): string {
  if (bytes === null || bytes.toString("latin1", 1, 4) !== "PNG") return "no PNG";
  return `${bytes.readUInt32BE(16)}×${bytes.readUInt32BE(20)}`;
}

function checkIcons(root: Element, built: Built): string[] {
  const problems: string[] = [];
  const expect = (url: string, size: string): void => {
    const found = pngSize(built.file(sitePath(url)));
    if (found !== `${size}×${size}`) problems.push(`${sitePath(url)} is ${found}, must be ${size}×${size}`);
  };
  for (const [name, size] of [
    ["IconUrl", "32"],
    ["HighResolutionIconUrl", "64"],
  ] as const) {
    for (const icon of all(root, name)) expect(attribute(icon, "DefaultValue"), size);
  }
  const images = new Map(
    all(root, "bt:Image").map((image) => [attribute(image, "id"), attribute(image, "DefaultValue")]),
  );
  for (const icon of all(root, "Icon")) {
    const sizes = [...icon.children].map((image) => attribute(image, "size"));
    for (const size of REQUIRED_ICON_SIZES)
      if (!sizes.includes(size)) problems.push(`an Icon has no size ${size}`);
    for (const image of icon.children)
      expect(images.get(attribute(image, "resid")) ?? "https://-/", attribute(image, "size"));
  }
  return problems;
}

function checkGroups(root: Element): string[] {
  return all(root, "Group")
    .filter((group) => all(group, "Control").length > GROUP_LIMIT)
    .map((group) => `group ${attribute(group, "id")} has more than ${GROUP_LIMIT} controls`);
}

function checkRuntime(root: Element): string[] {
  const problems: string[] = [];
  const resid = (name: string): string | undefined => {
    const element = all(root, name)[0];
    return (element?.firstElementChild ?? element)?.getAttribute("resid") ?? undefined;
  };
  const runtime = all(root, "Runtime")[0];
  if (runtime === undefined || attribute(runtime, "lifetime") !== "long")
    problems.push("Runtime lifetime must be long");
  const pages = new Set([runtime?.getAttribute("resid"), resid("Page"), resid("FunctionFile")]);
  if (pages.size !== 1)
    problems.push(`Runtime, Page and FunctionFile must share one resid: ${[...pages].join(", ")}`);
  const ids = [...root.querySelectorAll("VersionOverrides [id]")].map((element) => attribute(element, "id"));
  if (new Set(ids).size !== ids.length) problems.push("ids are not unique");
  return problems;
}

function checkFunctions(root: Element, built: Built): string[] {
  const namespace = all(root, "Namespace")[0];
  const id = namespace === undefined ? "" : attribute(namespace, "resid");
  const string = all(root, "bt:String").find((one) => attribute(one, "id") === id);
  const problems: string[] = [];
  if (string === undefined || !/^[A-Z]+$/.test(attribute(string, "DefaultValue")))
    problems.push("the namespace is not ASCII");
  if (string?.firstElementChild != null) problems.push("the namespace must be the same in every language");
  const metadata = all(root, "Metadata")[0]?.firstElementChild?.getAttribute("resid");
  const url = all(root, "bt:Url").find((one) => attribute(one, "id") === metadata);
  const files =
    url === undefined
      ? []
      : [attribute(url, "DefaultValue"), ...[...url.children].map((one) => attribute(one, "Value"))];
  const shapes = files.map((file) => functionShape(built.file(sitePath(file))));
  if (new Set(shapes).size > 1)
    problems.push(`${files.map(sitePath).join(" and ")} have different functions`);
  if (shapes.some((shape) => shape === null)) problems.push("metadata of the functions cannot be read");
  return problems;
}

/** Ids and types of the parameters: all that may not differ between languages. */
function functionShape(bytes: Buffer | null): string | null {
  if (bytes === null) return null;
  const metadata = JSON.parse(bytes.toString("utf8")) as {
    functions: {
      id: string;
      name: string;
      parameters: { type?: string; dimensionality?: string; optional?: boolean }[];
    }[];
  };
  return JSON.stringify(
    metadata.functions.map(({ id, name, parameters }) => [
      id,
      name,
      parameters.map(({ type: of, dimensionality, optional }) => [of, dimensionality, optional]),
    ]),
  );
}

function checkCommands(root: Element, { commands }: Built): string[] {
  if (commands === null) return [];
  return all(root, "FunctionName")
    .map((element) => element.textContent)
    .filter((name) => !commands.includes(name))
    .map((name) => `the command ${name} is not registered`);
}
