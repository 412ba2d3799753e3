import { useState } from "react";
import type { Found } from "../../state/pane-state";
import type { Pane } from "../../state/use-pane";
import { insightPaneTexts } from "../../../locales/insight-pane";
import { useDisclosureStyles } from "../../parts/disclosure/Disclosure.styles";
import { useLocale } from "../../texts";
import { HeatMap } from "./HeatMap";
import { HeatMapSheet } from "./HeatMapSheet";
import { WhatIf } from "./WhatIf";

interface Props {
  readonly pane: Pane;
  readonly found: Found;
}

/** What the list depends on: other thresholds, and the whole picture behind it. */
export function Insight({ pane, found }: Props) {
  const styles = useDisclosureStyles();
  const { heat } = insightPaneTexts(useLocale());
  const [open, setOpen] = useState(false);
  const { analysis, settings } = found.prepared;
  return (
    <>
      <WhatIf analysis={analysis} settings={settings} onChange={pane.change} onSelect={pane.select} />
      <details
        className={styles.root}
        onToggle={({ currentTarget }) => {
          setOpen(currentTarget.open);
        }}
      >
        <summary className={styles.summary}>{heat.heading}</summary>
        {open && (
          <div className={styles.body}>
            <HeatMap
              analysis={analysis}
              onSelect={pane.select}
              actions={(year) => <HeatMapSheet key={`sheet ${year}`} pane={pane} found={found} year={year} />}
            />
          </div>
        )}
      </details>
    </>
  );
}
