import { lazy, Suspense } from "react";
import { templatesIn } from "../../excel/jobs/templates";
import { SettingsSentence } from "../parts/settings/SettingsSentence";
import { CheckSection } from "../screens/data/CheckSection";
import { DataScreen } from "../screens/data/DataScreen";
import { NothingRead } from "../screens/data/NothingRead";
import { ProblemActions } from "../screens/data/ProblemActions";
import { FileActions } from "../screens/files/FileActions";
import { FilesSection } from "../screens/files/FilesSection";
import { MunicipalityChoice } from "../screens/files/MunicipalityChoice";
import { FailureScreen } from "../screens/FailureScreen";
import { ConflictsScreen } from "../screens/roadmap/ConflictsScreen";
import { PlanScreen } from "../screens/roadmap/PlanScreen";
import { QuestionScreen } from "../screens/roadmap/QuestionScreen";
import { SummaryScreen } from "../screens/roadmap/SummaryScreen";
import { SchoolsScreen } from "../screens/schools/SchoolsScreen";
import { hasResults, madeOf, type Found } from "../state/pane-state";
import type { Pane } from "../state/use-pane";
import { useTexts } from "../texts";

/** For the first screen, which says by it what is out of the ordinary: no chunk of its own. */
export { Message } from "../parts/messages/Message";

const loadRecognition = () => import("../screens/recognition");
const TableDetails = lazy(async () => ({ default: (await loadRecognition()).TableDetails }));
const ReadingSection = lazy(async () => ({ default: (await loadRecognition()).ReadingSection }));
const Insight = lazy(async () => ({ default: (await import("../screens/insight/Insight")).Insight }));
const TemplatesScreen = lazy(async () => ({
  default: (await import("../screens/templates/TemplatesScreen")).TemplatesScreen,
}));

/** Every screen that comes after the first; a chunk of its own, loaded while the user looks at the first. */
export function LaterScreen({ pane }: { readonly pane: Pane }) {
  const texts = useTexts();
  const { state, job } = pane;
  const { work, found } = state;
  if (job.phase === "asking")
    return <QuestionScreen key="asking" sheets={job.sheets} onAnswer={job.answer} />;
  if (job.phase === "conflicts")
    return (
      <ConflictsScreen key="conflicts" sheets={job.sheets} onResolve={job.resolve} onSelect={pane.select} />
    );
  if (work.kind === "failed")
    return (
      <FailureScreen key="unread" heading={texts.failures.heading} error={work.error} onRetry={pane.read} />
    );
  if (job.phase === "failed" && state.step === "roadmap")
    return (
      <FailureScreen
        key="failed"
        heading={texts.roadmap.failedHeading}
        error={job.error}
        onRetry={pane.create}
        writes
      />
    );
  if (found === null) return null;
  if (state.templates) return <Templates key="templates" pane={pane} found={found} />;
  if (!hasResults(found))
    return (
      <ProblemActions key="nothing" pane={pane} found={found}>
        <NothingRead
          problems={found.problems}
          settings={
            found.prepared.analysis.results.length === 0 ? null : <FoundSettings pane={pane} found={found} />
          }
          files={<Files pane={pane} found={found} />}
          check={
            <CheckSection
              port={pane.port}
              shown={found.prepared.settings}
              onChecked={pane.checked}
              onSelect={pane.select}
            />
          }
          onRead={pane.read}
          onSelect={pane.select}
        />
      </ProblemActions>
    );
  return (
    <ProblemActions key="step" pane={pane} found={found}>
      <StepScreen pane={pane} found={found} />
    </ProblemActions>
  );
}

function StepScreen({ pane, found }: { readonly pane: Pane; readonly found: Found }) {
  const { state, job } = pane;
  const { prepared, problems } = found;
  const { analysis } = prepared;
  const settings = <FoundSettings pane={pane} found={found} />;
  const goTo = (step: "data" | "schools" | "roadmap") => () => {
    pane.go(step);
  };
  const toTemplates = (): void => {
    pane.showTemplates(true);
  };
  const outcome = job.phase === "finished" ? job.outcome : null;
  switch (state.step) {
    case "data":
      return (
        <DataScreen
          key="data"
          analysis={analysis}
          problems={problems}
          settings={settings}
          files={<Files pane={pane} found={found} />}
          details={(table) => (
            <Suspense fallback={null}>
              <TableDetails pane={pane} found={found} table={table} />
            </Suspense>
          )}
          check={
            <CheckSection
              port={pane.port}
              shown={found.prepared.settings}
              onChecked={pane.checked}
              onSelect={pane.select}
            />
          }
          onNext={goTo("schools")}
          onRead={pane.read}
          onSelect={pane.select}
        />
      );
    case "schools":
      return (
        <SchoolsScreen
          key="schools"
          analysis={analysis}
          settings={settings}
          insight={
            <Suspense fallback={null}>
              <Insight pane={pane} found={found} />
            </Suspense>
          }
          onNext={goTo("roadmap")}
          onSelect={pane.select}
        />
      );
    case "roadmap":
      return outcome?.kind === "done" ? (
        <SummaryScreen
          key="summary"
          outcome={outcome}
          onCreate={pane.create}
          onTemplates={toTemplates}
          onProblems={goTo("data")}
          onSelect={pane.select}
        />
      ) : (
        <PlanScreen
          key="plan"
          prepared={prepared}
          written={found.written ?? []}
          made={madeOf(found)}
          settings={settings}
          cancelled={outcome?.kind === "cancelled"}
          onCreate={pane.create}
          onChange={pane.change}
          onTemplates={toTemplates}
        />
      );
  }
}

/** The templates of measures, with a way back to the step. */
function Templates({ pane, found }: { readonly pane: Pane; readonly found: Found }) {
  return (
    <Suspense fallback={null}>
      <TemplatesScreen
        port={pane.port}
        prepared={found.prepared}
        onCreate={hasResults(found) ? pane.create : undefined}
        onBack={() => {
          pane.showTemplates(false);
        }}
        onChange={pane.change}
        onReread={pane.reread}
        onSelect={pane.select}
      />
    </Suspense>
  );
}

function FoundSettings({ pane, found }: { readonly pane: Pane; readonly found: Found }) {
  const { settings, analysis } = found.prepared;
  const { identification } = analysis;
  return (
    <SettingsSentence
      shown={{ ...identification, ruleId: identification.rule.id, retakes: settings.retakes }}
      settings={settings}
      years={yearsOf(found)}
      ownTemplates={templatesIn(found.prepared.snapshot).map(({ id }) => id)}
      onChange={pane.change}
    />
  );
}

/** Files beside the workbook, and whose schools of a regional one are judged. */
function Files({ pane, found }: { readonly pane: Pane; readonly found: Found }) {
  const { prepared, problems } = found;
  const { snapshot, settings, analysis } = prepared;
  const { municipalities, reading } = analysis;
  return (
    <>
      {(municipalities.length > 1 || settings.municipality !== null) && (
        <MunicipalityChoice
          municipalities={municipalities}
          chosen={settings.municipality}
          problems={problems}
          onChange={(municipality) => {
            pane.change({ ...settings, municipality });
          }}
        />
      )}
      <FilesSection
        workbook={snapshot.name}
        reading={reading}
        problems={problems}
        onAdded={pane.refresh}
        actions={(file) => (
          <FileActions port={pane.port} file={file} analysis={analysis} onChanged={pane.reread} />
        )}
      />
      <Suspense fallback={null}>
        <ReadingSection pane={pane} found={found} />
      </Suspense>
    </>
  );
}

function yearsOf({ prepared }: Found): readonly number[] {
  return [...new Set(prepared.analysis.results.map(({ year }) => year))].sort((a, b) => a - b);
}
