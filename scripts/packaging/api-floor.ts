/** Calls of Office.js above what the manifest requires must be behind `isSetSupported`. Sets are read from the types. */
import ts from "typescript";

/** Requirement set → version that is always there. */
export type Floor = ReadonlyMap<string, string>;

interface Need {
  readonly set: string;
  readonly version: string;
}

/**
 * Members whose types name a set that the host need not have, with why.
 * The constants and the error class are part of office.js itself, which comes from Microsoft's CDN.
 */
const HARMLESS: Readonly<Record<string, string>> = {
  "Invocation.parameterAddresses": "undefined where the host does not know it",
  "Error.code": "office.js itself",
  Error: "office.js itself",
  ErrorCode: "office.js itself",
  "ErrorCode.invalidValue": "office.js itself",
  "ErrorCode.notAvailable": "office.js itself",
  "ErrorCode.divisionByZero": "office.js itself",
  "ErrorCode.invalidNumber": "office.js itself",
  "ErrorCode.nullReference": "office.js itself",
};

/** Sets of other applications: a member shared with Excel, such as `Event.completed`, may name one. */
const FOREIGN = /^(?:Mailbox|Word|PowerPoint|OneNote)/;

/** `manifest.xml` → what it requires, in the base part or in VersionOverrides. */
export function floorOf(manifest: string): Floor {
  const sets = manifest.matchAll(/<(?:bt:)?Set Name="(\w+)" MinVersion="([\d.]+)"/g);
  return new Map([...sets].map(([, name = "", version = ""]) => [name, version]));
}

export function checkApiFloor(
  program: ts.Program,
  isOurs: (file: string) => boolean,
  floor: Floor,
): string[] {
  const checker = program.getTypeChecker();
  const problems = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const need = needOf(checker.getSymbolAtLocation(node.name));
      if (need !== null && isAbove(need, floor) && !isGuarded(node, need)) problems.add(describe(node, need));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (isOurs(file.fileName)) visit(file);
  return [...problems];
}

function describe(node: ts.PropertyAccessExpression, { set, version }: Need): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.name.getStart());
  return `${file.fileName}:${line + 1} ${node.name.text} needs ${set} ${version}`;
}

/** The set that the declaration names, or that of the class it stands in. */
function needOf(symbol: ts.Symbol | undefined): Need | null {
  const declaration = symbol?.declarations?.[0];
  if (declaration === undefined || !isOfficeTypes(declaration.getSourceFile().fileName)) return null;
  if (nameOf(declaration) in HARMLESS) return null;
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    const need = documentedNeed(node);
    if (need !== null) return need;
  }
  return null;
}

const isOfficeTypes = (file: string): boolean => /@types\/(office-js|custom-functions-runtime)\//.test(file);

function nameOf(declaration: ts.Declaration): string {
  const name = (node: ts.Node): string => ts.getNameOfDeclaration(node as ts.Declaration)?.getText() ?? "";
  const owner = ts.isSourceFile(declaration.parent) ? "" : name(declaration.parent);
  return owner === "" ? name(declaration) : `${owner}.${name(declaration)}`;
}

function documentedNeed(node: ts.Node): Need | null {
  const source = node.getSourceFile().text;
  const comments = (ts.getLeadingCommentRanges(source, node.getFullStart()) ?? []).map(({ pos, end }) =>
    source.slice(pos, end),
  );
  const text = comments.at(-1) ?? "";
  const found =
    /\[Api set: (\w+) ([\d.]*\d)/.exec(text) ??
    /\*\*Requirement set\*\*:[^|}]*\| (\w+) ([\d.]*\d)\}/.exec(text);
  return found === null || FOREIGN.test(found[1] ?? "")
    ? null
    : { set: found[1] ?? "", version: found[2] ?? "" };
}

/** @example compareVersions("1.10", "1.9") // 1 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let part = 0; part < Math.max(left.length, right.length); part++) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

function isAbove({ set, version }: Need, floor: Floor): boolean {
  const have = floor.get(set);
  return have === undefined || compareVersions(version, have) > 0;
}

/** A check of the same set, at least that version, earlier in one of the functions around the call. */
function isGuarded(node: ts.Node, need: Need): boolean {
  const start = node.getStart();
  for (let around: ts.Node = node; !ts.isSourceFile(around); around = around.parent) {
    if (!ts.isFunctionLike(around)) continue;
    const before = around.getSourceFile().text.slice(around.getStart(), start);
    const checks = before.matchAll(/isSetSupported\(\s*"(\w+)",\s*"([\d.]+)"/g);
    for (const [, set, version = ""] of checks) {
      if (set === need.set && compareVersions(version, need.version) >= 0) return true;
    }
  }
  return false;
}
