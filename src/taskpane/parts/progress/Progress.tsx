import { ProgressBar } from "@fluentui/react-components";
import type { Stage } from "../../../excel/jobs/create-roadmap";
import { useTexts } from "../../texts";

interface Props {
  readonly stage: Stage;
  /** Part of the stage that is behind, 0…1. */
  readonly done: number;
}

/** Only reading knows how far it is; the other stages show that something goes on. */
export function Progress({ stage, done }: Props) {
  const texts = useTexts();
  const label = texts.progress[stage];
  const known = stage === "reading" && done > 0;
  return (
    <div>
      <ProgressBar thickness="large" aria-label={label} {...(known ? { value: done, max: 1 } : {})} />
      <p>{label}…</p>
    </div>
  );
}
