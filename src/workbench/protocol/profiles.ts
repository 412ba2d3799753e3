/** What a host says it has; `isSetSupported` of the add-in answers from this and from nothing else. */
export interface Profile {
  readonly name: string;
  /** Requirement set to its highest version. */
  readonly requirements: Readonly<Record<string, string>>;
}

/** Runtime features that office.js itself needs to talk to this host. */
const RUNTIME = {
  RichApiRuntime: "1.2",
  RichApiRuntimeFlag: "1.2",
  DelayForCellEdit: "1.1",
  Settings: "1.1",
  AddInCommands: "1.3",
  SharedRuntime: "1.2",
  CustomFunctions: "1.9",
} as const;

/** What the host implements. `docs` of the project list which members of each set it has. */
export const DEFAULT_PROFILE: Profile = {
  name: "embedded",
  requirements: { ...RUNTIME, ExcelApi: "1.13", CustomFunctionsRuntime: "1.4" },
};

/** An older Excel: the floor of the add-in's manifest. */
export const FLOOR_PROFILE: Profile = {
  name: "floor",
  requirements: { ...RUNTIME, ExcelApi: "1.9", CustomFunctionsRuntime: "1.2" },
};

/** Whether a profile has a requirement set in this version or above. */
export function declares({ requirements }: Profile, set: string, version: string): boolean {
  const [major = 0, minor = 0] = (requirements[set] ?? "0").split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
