import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import {
  isOwnTemplateId,
  templateIds,
  templateName,
  type AnyTemplateId,
} from "../../../domain/measures/templates";
import type { SheetKind } from "../../../domain/sheet-plan";
import type { Prepared } from "../../../excel/jobs/create-roadmap";
import type { Settings } from "../../../domain/settings";
import type { WrittenSheet } from "../../../excel/port";
import { templatesIn } from "../../../excel/jobs/templates";
import { useLaterTexts } from "../../later-texts";
import { Message } from "../../parts/messages/Message";
import { WriteButton } from "../../parts/progress/WriteButton";
import { Screen } from "../../parts/screen/Screen";
import { useTexts } from "../../texts";
import { useScreensStyles } from "../screens.styles";
import { Choice } from "./Choice";
import { usePlanPeriod } from "./use-plan-period";

interface Props {
  readonly prepared: Prepared;
  /** Sheets that came since the workbook was read. */
  readonly written: readonly WrittenSheet[];
  /** What the roadmap of the workbook was made by; null where that is not known. */
  readonly made: string | null;
  readonly settings: ReactNode;
  /** The last run was cancelled by the user. */
  readonly cancelled: boolean;
  readonly onCreate: () => void;
  readonly onChange: (settings: Settings) => void;
  readonly onTemplates: () => void;
}

const OUTPUT: Readonly<Record<Settings["package"], readonly SheetKind[]>> = {
  roadmap: ["roadmap", "lowSchools", "results"],
  all: ["contents", "order", "roadmap", "lowSchools", "appointments", "schoolRoadmap", "notice", "results"],
};
/** Made once, then the user's; the check of the data is then brought up to date in place. */
const INPUT: Readonly<Record<Settings["package"], readonly SheetKind[]>> = {
  roadmap: ["requisites", "decisions", "registry"],
  all: ["requisites", "decisions", "registry", "directory", "checks"],
};

const PACKAGES = ["roadmap", "all"] as const;

/** Templates of the user's own first; one that is chosen and whose sheet is gone stays: the run says that it is missing. */
function idsOf({ snapshot, settings }: Prepared): readonly AnyTemplateId[] {
  const placed = templatesIn(snapshot).map(({ id }) => id);
  const own = [...placed, settings.templateId].filter(isOwnTemplateId);
  return [...new Set<AnyTemplateId>([...own, ...templateIds])];
}

/** What will be made, before anything is written. */
export function PlanScreen({
  prepared,
  written,
  made,
  settings,
  cancelled,
  onCreate,
  onChange,
  onTemplates,
}: Props) {
  const styles = useScreensStyles();
  const { roadmap: texts, settings: settingTexts, schools, actions } = useTexts();
  const later = useLaterTexts();
  const { snapshot, analysis, now } = prepared;
  const { templateId, package: whole } = prepared.settings;
  const planned = usePlanPeriod(prepared);
  // one that was made beside an earlier one of the same id counts too; an update is known already
  const there = [...snapshot.own, ...written.filter(({ how }) => how === "created")];
  const existing = there.filter(({ kind }) => OUTPUT[whole].includes(kind));
  const kinds = [
    ...OUTPUT[whole],
    ...INPUT[whole].filter((kind) => there.every((sheet) => sheet.kind !== kind)),
  ];
  return (
    <Screen
      heading={texts.heading}
      actions={
        <>
          <WriteButton appearance="primary" onClick={onCreate}>
            {actions.create}
          </WriteButton>
          <Button onClick={onTemplates}>{later.templates.open}</Button>
        </>
      }
    >
      {snapshot.structureProtected && <Message intent="warning">{later.plan.locked}</Message>}
      {made !== null && made !== now && (
        <Message intent="warning">
          {later.plan.otherSettings}
          <div>
            <strong>{later.plan.made}</strong> <span lang="ru">{made}</span>
          </div>
          <div>
            <strong>{later.plan.now}</strong> <span lang="ru">{now}</span>
          </div>
        </Message>
      )}
      {cancelled && <Message intent="info">{texts.cancelled}</Message>}
      <p className={styles.text}>{texts.lead}</p>
      <dl className={styles.facts}>
        <Choice
          label={texts.package}
          value={whole}
          options={PACKAGES.map((id) => ({ id, name: settingTexts.packages[id] }))}
          onChoose={(next) => {
            onChange({ ...prepared.settings, package: next });
          }}
        />
        <Choice
          label={texts.template}
          value={templateId}
          options={idsOf(prepared).map((id) => ({ id, name: templateName(id) }))}
          onChoose={(next) => {
            onChange({ ...prepared.settings, templateId: next });
          }}
        />
        {planned !== null && (
          <>
            <dt>{texts.period}</dt>
            <dd>{later.plan.period(planned.period)}</dd>
          </>
        )}
        <dt>{texts.group}</dt>
        <dd>{schools.count(analysis.group.group.length)}</dd>
      </dl>
      {planned !== null && planned.past > 0 && (
        <Message intent="warning">{later.plan.past(planned.past, planned.total)}</Message>
      )}
      {settings}
      <section className={styles.section}>
        <h3 className={styles.subheading}>{texts.sheets}</h3>
        <ul className={styles.list}>
          {kinds.map((kind) => (
            <li key={kind}>
              <strong>{texts.sheetNames[kind]}</strong>
              <div className={styles.muted}>{texts.sheetKinds[kind]}</div>
            </li>
          ))}
        </ul>
      </section>
      {existing.length > 0 && <Message intent="info">{texts.existing(existing.length)}</Message>}
    </Screen>
  );
}
