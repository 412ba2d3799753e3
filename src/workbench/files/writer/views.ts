import type { Area, Sheet } from "../../store/model";
import { areaName, cellName } from "../../../xlsx/format/address";
import { readSelection } from "../reader/sheet";
import { bareOf, withAttributes } from "../../../xlsx/xml/edit";
import { child, childrenOf, type XmlElement } from "../../../xlsx/xml/element";
import { attributes } from "../../../xlsx/xml/text";
import { colorXml } from "./styleXml";

/** What changes in a sheet's view; what is absent stays. */
export interface ViewChange {
  readonly freeze?: boolean;
  readonly gridlines?: boolean;
  /** Whether the sheet's tab is the selected one. */
  readonly selected?: boolean;
  readonly selection?: Area;
}

/** The `sheetViews` element with the changes made to its first view. */
export function viewsXml(root: XmlElement, sheet: Sheet, change: ViewChange): string {
  const views = child(root, "sheetViews");
  const [first, ...others] = childrenOf(views, "sheetView");
  const tag = first ? bareOf(first).slice(0, tagLength(first)) : '<sheetView workbookViewId="0"/>';
  const edited = withAttributes(tag, {
    ...(change.gridlines && { showGridLines: sheet.showGridlines ? undefined : 0 }),
    ...(change.selected !== undefined && { tabSelected: change.selected ? 1 : undefined }),
  });
  const rest =
    first?.children.filter(({ name }) => name !== "pane" && name !== "selection").map(bareOf) ?? [];
  const kept =
    first?.children.filter(({ name }) => name === "pane" || name === "selection").map(bareOf) ?? [];
  const selection = change.selection ?? readSelection(root);
  const panes = change.freeze || change.selection ? paneXml(sheet.freeze, selection) : kept.join("");
  const content = panes + rest.join("");
  // The file may write an empty element with two tags.
  const open = edited.replace(/\s*\/?>$/, "");
  const view = content === "" ? `${open}/>` : `${open}>${content}</sheetView>`;
  return `<sheetViews>${view}${others.map(bareOf).join("")}</sheetViews>`;
}

function tagLength(element: XmlElement): number {
  return element.openEnd - element.start - element.prefix.length;
}

/** Frozen panes, ECMA-376 part 1, 18.3.1.66: the selection belongs to the pane that scrolls. */
function paneXml(freeze: Sheet["freeze"], selection: Area): string {
  const chosen = { activeCell: cellName(selection.top, selection.left), sqref: areaName(selection) };
  const { rows, columns } = freeze ?? { rows: 0, columns: 0 };
  if (rows === 0 && columns === 0) return chosen.sqref === "A1" ? "" : `<selection${attributes(chosen)}/>`;
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const given = {
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: cellName(rows, columns),
    activePane: pane,
    state: "frozen",
  };
  const idle = pane === "bottomRight" ? '<selection pane="topRight"/><selection pane="bottomLeft"/>' : "";
  return `<pane${attributes(given)}/>${idle}<selection${attributes({ pane, ...chosen })}/>`;
}

/** The `sheetPr` element with tab colour and "fit to page" set; other properties stay. */
export function propertiesXml(root: XmlElement, change: { tabColor?: string; fitToPage?: boolean }): string {
  const old = child(root, "sheetPr");
  const tag = old ? bareOf(old).slice(0, tagLength(old)) : "<sheetPr/>";
  const part = (name: string) => {
    const element = child(old, name);
    return element ? bareOf(element) : "";
  };
  const color =
    change.tabColor === undefined
      ? part("tabColor")
      : change.tabColor === ""
        ? ""
        : colorXml("tabColor", change.tabColor);
  const setup = part("pageSetUpPr") || (change.fitToPage ? "<pageSetUpPr/>" : "");
  const fit =
    change.fitToPage === undefined || setup === ""
      ? setup
      : withAttributes(setup, { fitToPage: change.fitToPage ? 1 : undefined });
  const content = color + part("outlinePr") + fit;
  if (content === "") return old ? tag.replace(/\s*\/?>$/, "/>") : "";
  return `${tag.replace(/\s*\/?>$/, ">")}${content}</sheetPr>`;
}
