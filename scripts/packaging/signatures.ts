/** Ids, names and parameters of the functions, as Excel caches them for up to 24 hours. */
import type { Metadata } from "./functions-metadata";

export interface Signatures {
  /** Version of the manifest that these signatures shipped with. */
  readonly version: string;
  readonly functions: Readonly<Record<string, string>>;
}

/** @example "LOWRESULT(range: any[][], [threshold]: any) → any[][]" */
export function signaturesOf(metadata: Metadata): Readonly<Record<string, string>> {
  const type = (of: string | undefined, dimensionality: string | undefined): string =>
    (of ?? "any") + (dimensionality === "matrix" ? "[][]" : "");
  return Object.fromEntries(
    metadata.functions.map(({ id, name, options, parameters, result }) => {
      const list = parameters.map(
        (one) =>
          `${one.optional === true ? `[${one.name}]` : one.name}${one.repeating === true ? "…" : ""}: ` +
          type(one.type, one.dimensionality),
      );
      const flags = Object.keys(options ?? {}).map((flag) => ` #${flag}`);
      return [
        id,
        `${name}(${list.join(", ")}) → ${type(result.type, result.dimensionality)}${flags.join("")}`,
      ];
    }),
  );
}

/** @returns what is wrong, or null: signatures may change only together with the version of the manifest. */
export function checkSignatures(committed: Signatures, current: Signatures): string | null {
  const changed = [
    ...new Set([...Object.keys(committed.functions), ...Object.keys(current.functions)]),
  ].filter((id) => committed.functions[id] !== current.functions[id]);
  if (changed.length === 0) {
    return committed.version === current.version
      ? null
      : "record the new version: npx tsx scripts/check-signatures.ts --write";
  }
  return committed.version === current.version
    ? `${changed.join(", ")} changed: raise <Version> of manifest.xml, Excel keeps the old metadata otherwise`
    : `${changed.join(", ")} changed with the version: npx tsx scripts/check-signatures.ts --write`;
}

export function manifestVersion(xml: string): string {
  return /<Version>([^<]+)<\/Version>/.exec(xml)?.[1] ?? "";
}
