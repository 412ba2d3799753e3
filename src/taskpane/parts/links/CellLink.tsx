import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Source } from "../../../domain/problem";
import { useTexts } from "../../texts";
import { useCellLinkStyles } from "./CellLink.styles";

interface Props {
  readonly source: Source;
  readonly onSelect: (source: Source) => void;
  /** Instead of the place itself. */
  readonly children?: ReactNode;
}

/** A place in the user's data; a click shows it. Cells of added files are not in the workbook, so they are text. */
export function CellLink({ source, onSelect, children }: Props) {
  const styles = useCellLinkStyles();
  const texts = useTexts();
  const place = texts.place(source.sheet, source.address, source.file);
  if (source.file !== undefined) return <span>{children ?? place}</span>;
  return (
    <Link
      as="button"
      inline
      className={styles.link}
      title={texts.problems.select(place)}
      onClick={() => {
        onSelect(source);
      }}
    >
      {children ?? place}
    </Link>
  );
}
