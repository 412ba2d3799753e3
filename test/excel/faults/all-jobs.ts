import { type Job, RIBBON_JOBS } from "./jobs";
import { OTHER_JOBS } from "./other-jobs";

export const JOBS: readonly Job[] = [...RIBBON_JOBS, ...OTHER_JOBS];

/** `FAULTS_JOB`: this job alone. */
const only = process.env["FAULTS_JOB"];
export const CHOSEN = JOBS.filter(({ name }) => only === undefined || name === only);
