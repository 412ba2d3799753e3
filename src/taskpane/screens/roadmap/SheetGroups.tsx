import type { ReactNode } from "react";
import type { SheetKind } from "../../../domain/sheet-plan";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";

interface Props<Sheet> {
  readonly sheets: readonly Sheet[];
  readonly item: (sheet: Sheet) => ReactNode;
}

/** So many sheets of one kind are folded: a whole package has a sheet per school. */
const FOLD_FROM = 4;

/** Sheets in their order; many of one kind stand together under its name. */
export function SheetGroups<Sheet extends { readonly kind: SheetKind }>({ sheets, item }: Props<Sheet>) {
  const styles = useScreensStyles();
  const { roadmap } = useTexts();
  const kinds = [...new Set(sheets.map(({ kind }) => kind))];
  return (
    <>
      {kinds.map((kind) => {
        const own = sheets.filter((sheet) => sheet.kind === kind);
        const list = <ul className={styles.list}>{own.map(item)}</ul>;
        if (own.length < FOLD_FROM) return <div key={kind}>{list}</div>;
        return (
          <Disclosure key={kind} summary={`${roadmap.sheetNames[kind]}: ${own.length}`}>
            {list}
          </Disclosure>
        );
      })}
    </>
  );
}
