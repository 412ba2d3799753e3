import type { Limits } from "../objects/context";
import { own } from "../../xlsx/own";

/** What a host says it has; `isSetSupported` of the add-in answers from this and from nothing else. */
export interface Profile {
  readonly name: string;
  /** Requirement set to its highest version. */
  readonly requirements: Readonly<Record<string, string>>;
  /** What `Office.context.platform` says. */
  readonly platform: "PC" | "Mac" | "OfficeOnline" | "iOS";
  /** How a blank cell reaches a custom function; calculation is told of it by whoever makes it. */
  readonly blank: 0 | null;
  readonly limits?: Partial<Limits>;
}

/** Runtime features that office.js itself needs to talk to this host. */
const RUNTIME = {
  RichApiRuntime: "1.2",
  RichApiRuntimeFlag: "1.2",
  DelayForCellEdit: "1.1",
  Settings: "1.1",
  AddInCommands: "1.3",
  CustomFunctions: "1.9",
} as const;

/** The highest version of ExcelApi that any profile declares; docs/host-api.md counts what of each set the host has. */
const EXCEL_API = "1.13";

/** What the host implements, with the stricter rule wherever Excels differ: blanks as on the desktop, limits of the web. */
export const DEFAULT_PROFILE: Profile = {
  name: "embedded",
  requirements: { ...RUNTIME, SharedRuntime: "1.2", ExcelApi: EXCEL_API, CustomFunctionsRuntime: "1.4" },
  platform: "PC",
  blank: 0,
};

/** An older Excel: the floor of the add-in's manifest. */
export const FLOOR_PROFILE: Profile = {
  name: "floor",
  requirements: { ...RUNTIME, SharedRuntime: "1.1", ExcelApi: "1.9", CustomFunctionsRuntime: "1.2" },
  platform: "PC",
  blank: 0,
};

/** learn.microsoft.com, error handling: RequestPayloadSizeLimitExceeded "only occurs in Office on the web". */
const NO_PAYLOAD_LIMIT: Partial<Limits> = { payloadBytes: Infinity };

/*
 * Versions: learn.microsoft.com, "Excel JavaScript API requirement sets" (Office 2021 volume-licensed: ExcelApi 1.14; Microsoft
 * 365, web and Mac above it), "Custom Functions requirement sets" (Office 2021: 1.3; iPad: not supported), "Shared runtime
 * requirement sets" (1.2 not on volume-licensed Office, none on iPad). ExcelApi is lowered to what this host has.
 */

/** Excel LTSC 2021, volume-licensed. */
export const LTSC_2021_PROFILE: Profile = {
  name: "LTSC 2021",
  requirements: { ...RUNTIME, SharedRuntime: "1.1", ExcelApi: EXCEL_API, CustomFunctionsRuntime: "1.3" },
  platform: "PC",
  blank: 0,
  limits: NO_PAYLOAD_LIMIT,
};

/** Excel of Microsoft 365 for Windows. */
export const MICROSOFT_365_PROFILE: Profile = {
  ...DEFAULT_PROFILE,
  name: "Microsoft 365",
  limits: NO_PAYLOAD_LIMIT,
};

/** Excel on the web. */
export const WEB_PROFILE: Profile = {
  ...DEFAULT_PROFILE,
  name: "web",
  platform: "OfficeOnline",
  blank: null,
};

/** Excel for Mac. */
export const MAC_PROFILE: Profile = {
  ...DEFAULT_PROFILE,
  name: "Mac",
  platform: "Mac",
  limits: NO_PAYLOAD_LIMIT,
};

/** Excel on the iPad: no custom functions, no shared runtime, so no ribbon tab either. */
export const IPAD_PROFILE: Profile = {
  name: "iPad",
  requirements: {
    RichApiRuntime: "1.2",
    RichApiRuntimeFlag: "1.2",
    DelayForCellEdit: "1.1",
    Settings: "1.1",
    ExcelApi: EXCEL_API,
  },
  platform: "iOS",
  blank: 0,
  limits: NO_PAYLOAD_LIMIT,
};

export const PROFILES: readonly Profile[] = [
  DEFAULT_PROFILE,
  FLOOR_PROFILE,
  LTSC_2021_PROFILE,
  MICROSOFT_365_PROFILE,
  WEB_PROFILE,
  MAC_PROFILE,
  IPAD_PROFILE,
];

/** Whether a profile has a requirement set in this version or above. */
export function declares({ requirements }: Profile, set: string, version: string): boolean {
  const [major = 0, minor = 0] = (own(requirements, set) ?? "0").split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/**
 * Makes a window's `Office` say the profile's platform. Office.js would look for another transport when it was told of another
 * platform at its start, and does not let its answer be set, so the add-in gets it through a proxy.
 */
export function showPlatform(window: { Office: typeof Office }, { platform }: Profile): void {
  const office = window.Office;
  if (platform === "PC") return;
  const context: unknown = Object.create(office.context, { platform: { value: platform, enumerable: true } });
  window.Office = new Proxy(office, {
    get: (target, name): unknown => (name === "context" ? context : Reflect.get(target, name)),
  });
}
