import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { Source } from "../../../domain/problem";
import type { SheetKind } from "../../../domain/sheet-plan";
import { goesIntoControl } from "../../../excel/edits/control-sheets";
import { localToday } from "../../../excel/jobs/today";
import type { WorkbookPort } from "../../../excel/port";
import { controlPaneTexts } from "../../../locales/control-pane";
import { StaleBar } from "../../app/StaleBar";
import { AskedHeading } from "../../parts/screen/AskedHeading";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { FailureMessage } from "../../parts/messages/FailureMessage";
import { Message } from "../../parts/messages/Message";
import { Busy } from "../../parts/progress/Busy";
import { WriteButton } from "../../parts/progress/WriteButton";
import { ProblemList } from "../../parts/problems/ProblemList";
import { focusHeading } from "../../parts/screen/focus-heading";
import { Screen } from "../../parts/screen/Screen";
import { useLocale, useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import { BurningList } from "./BurningList";
import { CountedOn } from "./CountedOn";
import { useControl } from "./use-control";

interface Props {
  readonly port: WorkbookPort;
  readonly onSelect: (source: Source) => void;
  readonly onBack: () => void;
}

/** What was made last, and the sheet that shows it. */
interface Made {
  readonly kind: Extract<SheetKind, "control" | "executionReport">;
  readonly sheet: string;
}

/** «Что горит?»: how the roadmaps are carried out on a day, the sheets of control and the report of a period. */
export function ControlScreen({ port, onSelect, onBack }: Props) {
  const styles = useScreensStyles();
  const locale = useLocale();
  const texts = controlPaneTexts(locale);
  const { actions } = useTexts();
  const [day, setDay] = useState(localToday);
  const [period, setPeriod] = useState(() => ({ from: schoolYearStart(localToday()), to: localToday() }));
  const [made, setMade] = useState<Made | null>(null);
  const today = isDate(day) ? day : localToday();
  const { busy, error, unread, found, again, make } = useControl(port, today);
  const retry = (): void => {
    focusHeading(); // the button goes
    again();
  };
  const wrongPeriod = !isDate(period.from) || !isDate(period.to) || period.from > period.to;
  const run = (kind: Made["kind"], on: string, from: string | null): void => {
    setMade(null);
    void make(on, from).then((outcome) => {
      const sheet =
        outcome?.kind === "done" ? outcome.written.find((written) => written.kind === kind)?.name : undefined;
      if (sheet === undefined) return;
      setMade({ kind, sheet });
      onSelect({ sheet, address: "A1" }); // what was asked for is what the user wants to see
    });
  };
  const show = (kind: Made["kind"], done: string, label: string) =>
    made?.kind === kind && (
      <Message intent="success">
        {done}{" "}
        <Button
          size="small"
          onClick={() => {
            onSelect({ sheet: made.sheet, address: "A1" });
          }}
        >
          {label}
        </Button>
      </Message>
    );
  return (
    <Screen heading={texts.heading} actions={<Button onClick={onBack}>{texts.back}</Button>}>
      <Busy label={busy === null ? null : texts[busy]} run={busy === "working" ? "control" : undefined} />
      <div role="status">
        {error !== null && (
          <FailureMessage error={error}>
            {unread && (
              <Button size="small" onClick={retry}>
                {actions.retry}
              </Button>
            )}
          </FailureMessage>
        )}
      </div>
      {found?.kind === "noRoadmap" && <Message intent="info">{texts.none}</Message>}
      {found?.kind === "done" && (
        <>
          {busy === null && !unread && (
            <StaleBar snapshot={found.snapshot} counts={goesIntoControl} onRead={retry} />
          )}
          <section className={styles.section}>
            <Field
              label={texts.day}
              {...(isDate(day)
                ? {}
                : { validationMessage: texts.dayWrong, validationState: "error" as const })}
            >
              <Input
                type="date"
                value={day}
                onChange={(_, { value }) => {
                  setDay(value);
                }}
              />
            </Field>
            {found.rows.length === 0 ? (
              <Message intent="warning">{texts.empty}</Message>
            ) : (
              <>
                <p className={styles.text}>
                  {texts.totals(found.monitoring.total, found.monitoring.done, found.monitoring.withdrawn)}
                </p>
                <BurningList rows={found.rows} today={today} onSelect={onSelect} />
                <CountedOn rows={found.rows} today={today} onSelect={onSelect} />
              </>
            )}
            <WriteButton
              appearance="primary"
              disabled={busy !== null || !isDate(day)}
              onClick={() => {
                run("control", today, null);
              }}
            >
              {texts.update}
            </WriteButton>
            {show("control", texts.updated, texts.openControl)}
          </section>
          <section className={styles.section}>
            <AskedHeading kind="report">{texts.reportHeading}</AskedHeading>
            <Field label={texts.periodFrom}>
              <Input
                type="date"
                value={period.from}
                onChange={(_, { value }) => {
                  setPeriod({ ...period, from: value });
                }}
              />
            </Field>
            <Field
              label={texts.periodTo}
              {...(wrongPeriod
                ? { validationMessage: texts.periodWrong, validationState: "error" as const }
                : {})}
            >
              <Input
                type="date"
                value={period.to}
                onChange={(_, { value }) => {
                  setPeriod({ ...period, to: value });
                }}
              />
            </Field>
            <WriteButton
              disabled={busy !== null || wrongPeriod}
              onClick={() => {
                run("executionReport", period.to, period.from);
              }}
            >
              {texts.report}
            </WriteButton>
            {show("executionReport", texts.reported, texts.openReport)}
          </section>
          {found.problems.length > 0 && (
            <Disclosure summary={texts.problems(found.problems.length)}>
              <ProblemList problems={found.problems} onSelect={onSelect} />
            </Disclosure>
          )}
        </>
      )}
    </Screen>
  );
}

/** A date field gives «yyyy-mm-dd», or nothing while it is being typed. */
const isDate = (value: string): boolean => /^20\d\d-\d\d-\d\d$/.test(value);

/** 1 September of the school year of a day: a first guess at a period. */
function schoolYearStart(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return `${month >= 9 ? year : year - 1}-09-01`;
}
