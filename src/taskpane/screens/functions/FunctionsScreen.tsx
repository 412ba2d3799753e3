import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { createExamples } from "../../../excel/jobs/create-examples";
import { toWorkbookError } from "../../../excel/runs/errors";
import type { FormulaPort, ReplaceReport, ReplaceScope } from "../../../excel/formula-port";
import type { WorkbookError, WorkbookPort } from "../../../excel/port";
import { functionsPaneTexts } from "../../../locales/functions-pane";
import { Disclosure } from "../../parts/disclosure/Disclosure";
import { FailureMessage } from "../../parts/messages/FailureMessage";
import { Message } from "../../parts/messages/Message";
import { Busy } from "../../parts/progress/Busy";
import { useWriter } from "../../parts/progress/use-writer";
import { WriteButton } from "../../parts/progress/WriteButton";
import { Screen } from "../../parts/screen/Screen";
import { useLocale } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import { catalogue } from "./catalogue";
import { FunctionForm } from "./FunctionForm";
import { useFunctionsStyles } from "./Functions.styles";

interface Props {
  readonly port: WorkbookPort;
  readonly formulas: FormulaPort;
  readonly onBack: () => void;
}

const SCOPES = ["selection", "sheet", "workbook"] as const satisfies readonly ReplaceScope[];

/** Functions in cells: insert one, make values of formulas, a sheet of examples. */
export function FunctionsScreen({ port, formulas, onBack }: Props) {
  const styles = useScreensStyles();
  const locale = useLocale();
  const texts = functionsPaneTexts(locale);
  const writer = useWriter();
  const [error, setError] = useState<WorkbookError | null>(null);
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<ReplaceReport | null>(null);
  const [examples, setExamples] = useState<string | null>(null);
  const attempt = (work: () => Promise<void>): void => {
    setError(null);
    setBusy(true);
    work()
      .catch((failure: unknown) => {
        setError(toWorkbookError(failure));
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Screen heading={texts.heading} actions={<Button onClick={onBack}>{texts.back}</Button>}>
      <Busy label={writer === "functions" ? texts.working : null} run="functions" />
      <div role="status">{error !== null && <FailureMessage error={error} />}</div>
      {!formulas.supported && <Message intent="info">{texts.unsupported}</Message>}
      {formulas.supported && (
        <section className={styles.section}>
          <h3 className={styles.subheading}>{texts.insertHeading}</h3>
          <p className={styles.text}>{texts.lead}</p>
          {catalogue(locale).map((entry) => (
            <Disclosure key={entry.id} summary={<FunctionName id={entry.id} />}>
              <p className={styles.text}>{entry.description}</p>
              <FunctionForm entry={entry} formulas={formulas} attempt={attempt} />
            </Disclosure>
          ))}
        </section>
      )}
      <section className={styles.section}>
        <h3 className={styles.subheading}>{texts.portableHeading}</h3>
        <p className={styles.text}>{texts.portableLead}</p>
        {SCOPES.map((scope) => (
          <WriteButton
            key={scope}
            disabled={busy}
            onClick={() => {
              setReport(null);
              attempt(async () => {
                setReport(await formulas.replace(scope));
              });
            }}
          >
            {texts.scopes[scope]}
          </WriteButton>
        ))}
        {report !== null && <ReplaceSummary report={report} />}
      </section>
      {formulas.supported && (
        <section className={styles.section}>
          <h3 className={styles.subheading}>{texts.examplesHeading}</h3>
          <p className={styles.text}>{texts.examplesLead}</p>
          <WriteButton
            disabled={busy}
            onClick={() => {
              setExamples(null);
              attempt(async () => {
                const { name, how } = await createExamples(port);
                setExamples(texts.examplesDone[how](name));
              });
            }}
          >
            {texts.examples}
          </WriteButton>
          {examples !== null && <Message intent="success">{examples}</Message>}
        </section>
      )}
    </Screen>
  );
}

/** What a function is called and what it does: seen before it is opened. */
function FunctionName({ id }: { readonly id: string }) {
  const styles = useFunctionsStyles();
  const texts = functionsPaneTexts(useLocale());
  return (
    <span className={styles.name}>
      <span>{`NOR.${id}`}</span> <span className={styles.purpose}>{texts.purpose(id)}</span>
    </span>
  );
}

function ReplaceSummary({ report }: { readonly report: ReplaceReport }) {
  const texts = functionsPaneTexts(useLocale());
  const { formulas, cells, errors, unanswered, names, left } = report;
  return (
    <>
      {(formulas > 0 || (left.length === 0 && unanswered === 0)) && (
        <Message intent={formulas > 0 ? "success" : "info"}>
          {texts.replaced(formulas, cells, errors)}
        </Message>
      )}
      {unanswered > 0 && <Message intent="warning">{texts.unanswered(unanswered)}</Message>}
      {names.length > 0 && <Message intent="warning">{texts.names(names.join(", "))}</Message>}
      {left.map((one) => (
        <Message key={one.sheet} intent="warning">
          {texts.left(one.sheet, one.formulas)}
        </Message>
      ))}
    </>
  );
}
