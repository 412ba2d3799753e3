/** Property tests repeat the same cases at every run; `npm run fuzz` and FC_SEED look for new ones. */
import fc from "fast-check";

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env["FC_SEED"] ?? 20261122) });
