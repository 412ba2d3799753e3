import type { Package } from "../../../xlsx/package/package";
import { relationships } from "../../../xlsx/package/relationships";
import { child, childrenOf, type XmlElement } from "../../../xlsx/xml/element";
import type { Chart } from "../../store/model";

/** The drawing part of a sheet's part. */
export const drawingOf = (pack: Package, part: string): string | undefined =>
  relationships(pack, part).find(({ type, target }) => type === "drawing" && pack.has(target))?.target;

/** A chart of a drawing: its id here is that of its relationship. */
export interface FileChart {
  readonly id: string;
  readonly name: string;
  readonly relationship: string;
  readonly anchor: XmlElement;
}

/** Charts of a drawing in the order in which they are drawn; pictures and shapes are none. */
export function fileCharts(pack: Package, drawing: string): FileChart[] {
  return pack.tree(drawing).children.flatMap((anchor): FileChart[] => {
    const frame = child(anchor, "graphicFrame");
    const link = child(child(child(frame, "graphic"), "graphicData"), "chart");
    const id = [...(link?.attributes ?? [])].find(([name]) => name === "id" || name.endsWith(":id"))?.[1];
    const [properties] = childrenOf(child(frame, "nvGraphicFramePr"), "cNvPr");
    if (id === undefined) return [];
    return [{ id: `file-${id}`, name: properties?.attributes.get("name") ?? "", relationship: id, anchor }];
  });
}

/** Charts of a sheet of an opened file: known by name, so that they can be counted and deleted. */
export function readCharts(pack: Package, part: string): Chart[] {
  const drawing = drawingOf(pack, part);
  return drawing === undefined ? [] : fileCharts(pack, drawing).map(({ id, name }) => ({ id, name }));
}
