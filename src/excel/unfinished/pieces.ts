import { fromPart, isRecord, toPart } from "../sheets/kept-state";

/** Letters of one part: far from the 5 MB of a request, whatever becomes of its quotes in XML and JSON. */
const PIECE_LETTERS = 250_000;

/** What a part is a piece of: work that is to be done, or what is to be put back. */
type PieceKey = "redo" | "back";

/** A list as custom XML parts, each small enough for a request. */
export function partsOf(
  namespace: string,
  list: readonly unknown[],
  key: PieceKey = "redo",
): readonly string[] {
  if (list.length === 0) return [];
  const json = JSON.stringify(list);
  return Array.from({ length: Math.ceil(json.length / PIECE_LETTERS) }, (_, index) =>
    toPart(namespace, {
      [key]: index,
      piece: json.slice(index * PIECE_LETTERS, (index + 1) * PIECE_LETTERS),
    }),
  );
}

/** The list that such parts hold; parts of the other kind are passed over. @returns none where somebody damaged one */
export function readParts(parts: readonly string[], key: PieceKey = "redo"): readonly unknown[] {
  const pieces = parts.flatMap((xml) => {
    const value = fromPart(xml);
    if (!isRecord(value)) return [];
    const { [key]: index, piece } = value;
    return typeof index === "number" && typeof piece === "string" ? [{ index, piece }] : [];
  });
  if (pieces.length === 0) return [];
  pieces.sort((a, b) => a.index - b.index);
  try {
    const read: unknown = JSON.parse(pieces.map(({ piece }) => piece).join(""));
    return Array.isArray(read) ? (read as readonly unknown[]) : [];
  } catch {
    return [];
  }
}
