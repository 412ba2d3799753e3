import type { Stage } from "../../excel/jobs/create-roadmap";
import { Progress } from "../parts/progress/Progress";
import { StopButton } from "../parts/progress/StopButton";
import { Screen } from "../parts/screen/Screen";

interface Props {
  readonly heading: string;
  readonly stage: Stage;
  readonly done: number;
}

export function WorkingScreen({ heading, stage, done }: Props) {
  return (
    <Screen heading={heading} actions={<StopButton />}>
      <Progress stage={stage} done={done} />
    </Screen>
  );
}
