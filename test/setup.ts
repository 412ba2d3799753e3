/** Property tests repeat the same cases at every run; `npm run fuzz` and FC_SEED look for new ones. */
import fc from "fast-check";
import { fuzz } from "./fuzz";

fc.configureGlobal({ ...fc.readConfigureGlobal(), ...fuzz(100) });
