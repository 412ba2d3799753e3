export { EmbeddedHost, type HostOptions } from "./protocol/host";
export type { Counters } from "./protocol/counters";
export type { Fault, RequestInfo } from "./protocol/request-line";
export type { FunctionResult, Invocation, InvokeOptions } from "./protocol/custom-functions";
export { type BridgeOptions, installBridge } from "./protocol/bridge";
export {
  DEFAULT_PROFILE,
  FLOOR_PROFILE,
  IPAD_PROFILE,
  LTSC_2021_PROFILE,
  MAC_PROFILE,
  MICROSOFT_365_PROFILE,
  type Profile,
  PROFILES,
  WEB_PROFILE,
} from "./protocol/profiles";
export type { Calculation, ChangedCells } from "./calculation/calculation";
export { EXCEL_LIMITS, type Limits } from "./objects/context";
