import { Button, Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import type { OwnSheet, WorkbookPort } from "../../../excel/port";
import type { SheetRemover } from "../../../excel/writing/remove-sheets";
import { removalLabel } from "../../../locales/removal-label";
import { removalPaneTexts } from "../../../locales/removal-pane";
import { FailureMessage } from "../../parts/messages/FailureMessage";
import { Message } from "../../parts/messages/Message";
import { Busy } from "../../parts/progress/Busy";
import { WriteButton } from "../../parts/progress/WriteButton";
import { focusHeading } from "../../parts/screen/focus-heading";
import { Screen } from "../../parts/screen/Screen";
import { useLocale, useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import { Confirm } from "./Confirm";
import { groupOf, REMOVAL_GROUPS, type RemovalGroup } from "./groups";
import { useRemoval } from "./use-removal";

interface Props {
  readonly port: WorkbookPort;
  readonly remover: SheetRemover;
  /** Sheets are gone: what the pane read of the workbook is out of date. */
  readonly onRemoved: () => void;
  readonly onBack: () => void;
}

/** Which sheets of the add-in go: those nobody touched are ticked, the user's work needs a tick of its own. */
export function RemovalScreen({ port, remover, onRemoved, onBack }: Props) {
  const locale = useLocale();
  const texts = removalPaneTexts(locale);
  const styles = useScreensStyles();
  const { actions } = useTexts();
  const { busy, error, own, outcome, again, remove } = useRemoval(port, remover);
  const retry = (): void => {
    focusHeading(); // the button goes
    again();
  };
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const isTicked = (sheet: OwnSheet): boolean =>
    (groupOf(sheet) === "generated") !== turned.has(sheet.sheetId);
  const ticked = (own ?? []).filter(isTicked);
  const turn = (id: string): void => {
    const next = new Set(turned);
    if (!next.delete(id)) next.add(id);
    setTurned(next);
  };
  const run = (): void => {
    setAsking(false);
    void remove(ticked).then((gone) => {
      if (gone) onRemoved();
    });
  };
  return (
    <Screen heading={removalLabel(locale)} actions={<Button onClick={onBack}>{texts.back}</Button>}>
      <Busy label={busy === null ? null : texts[busy]} run={busy === "working" ? "removal" : undefined} />
      <div role="status">
        {outcome?.kind === "removed" && <Message intent="success">{texts.removed(outcome.names)}</Message>}
        {outcome?.kind === "lastSheet" && <Message intent="warning">{texts.lastSheet}</Message>}
        {outcome?.kind === "changed" && <Message intent="warning">{texts.changed(outcome.names)}</Message>}
        {error !== null && (
          <FailureMessage error={error}>
            {own === null && (
              <Button size="small" onClick={retry}>
                {actions.retry}
              </Button>
            )}
          </FailureMessage>
        )}
      </div>
      {own?.length === 0 && <p className={styles.text}>{texts.none}</p>}
      {own !== null && own.length > 0 && (
        <>
          <p className={styles.text}>{texts.lead}</p>
          {REMOVAL_GROUPS.map((group) => (
            <Group
              key={group}
              group={group}
              sheets={own.filter((sheet) => groupOf(sheet) === group)}
              disabled={busy !== null || asking}
              isTicked={isTicked}
              onTurn={turn}
            />
          ))}
          {asking ? (
            <Confirm
              names={ticked.map(({ name }) => name)}
              onYes={run}
              onNo={() => {
                setAsking(false);
              }}
            />
          ) : (
            <div>
              <WriteButton
                appearance="primary"
                disabled={ticked.length === 0 || busy !== null}
                onClick={() => {
                  setAsking(true);
                }}
              >
                {texts.remove(ticked.length)}
              </WriteButton>
            </div>
          )}
        </>
      )}
    </Screen>
  );
}

interface GroupProps {
  readonly group: RemovalGroup;
  readonly sheets: readonly OwnSheet[];
  readonly disabled: boolean;
  readonly isTicked: (sheet: OwnSheet) => boolean;
  readonly onTurn: (sheetId: string) => void;
}

function Group({ group, sheets, disabled, isTicked, onTurn }: GroupProps) {
  const texts = removalPaneTexts(useLocale());
  const { roadmap } = useTexts();
  const styles = useScreensStyles();
  if (sheets.length === 0) return null;
  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend className={styles.subheading}>{texts[group]}</legend>
      {group !== "generated" && (
        <p className={styles.muted}>{group === "edited" ? texts.editedHint : texts.typedHint}</p>
      )}
      {sheets.map((sheet) => (
        <Checkbox
          key={sheet.sheetId}
          checked={isTicked(sheet)}
          label={
            <>
              {sheet.name}
              <span className={styles.small}>{roadmap.sheetKinds[sheet.kind]}</span>
            </>
          }
          onChange={() => {
            onTurn(sheet.sheetId);
          }}
        />
      ))}
    </fieldset>
  );
}
