/**
 * Order of the child elements of an add-in-only manifest, as far as we use it. Sources: [MS-OWEMXML] and the manifest
 * reference of office-js-docs-reference. `?` may be absent, `+` one or more, `*` any number.
 */
export const CHILDREN: Readonly<Record<string, string>> = {
  OfficeApp:
    "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl? " +
    "SupportUrl? AppDomains? Hosts Requirements? DefaultSettings Permissions VersionOverrides",
  "OfficeApp/Hosts": "Host+",
  "OfficeApp/Requirements": "Sets",
  "OfficeApp/Requirements/Sets": "Set+",
  "OfficeApp/DefaultSettings": "SourceLocation",
  "OfficeApp/AppDomains": "AppDomain+",
  "OfficeApp/DisplayName": "Override*",
  "OfficeApp/Description": "Override*",
  "OfficeApp/SupportUrl": "Override*",
  VersionOverrides: "Description? Requirements? Hosts Resources",
  "VersionOverrides/Requirements": "bt:Sets",
  "VersionOverrides/Requirements/bt:Sets": "bt:Set+",
  "VersionOverrides/Hosts": "Host+",
  "VersionOverrides/Hosts/Host": "Runtimes? AllFormFactors? DesktopFormFactor?",
  Runtimes: "Runtime",
  AllFormFactors: "ExtensionPoint+",
  "AllFormFactors/ExtensionPoint": "Script Page Metadata Namespace",
  Script: "SourceLocation",
  Page: "SourceLocation",
  Metadata: "SourceLocation",
  DesktopFormFactor: "GetStarted? FunctionFile ExtensionPoint+",
  GetStarted: "Title Description LearnMoreUrl",
  "DesktopFormFactor/ExtensionPoint": "CustomTab* OfficeTab* OfficeMenu*",
  CustomTab: "Group+ Label",
  OfficeTab: "Group+",
  OfficeMenu: "Control+",
  Group: "Label Icon Control+",
  Icon: "bt:Image+",
  Control: "Label Supertip Icon? Action? Items? Enabled?",
  Items: "Item+",
  Item: "Label Supertip Icon? Action",
  Supertip: "Title Description",
  "Action[ExecuteFunction]": "FunctionName",
  "Action[ShowTaskpane]": "TaskpaneId? SourceLocation Title?",
  Resources: "bt:Images bt:Urls bt:ShortStrings bt:LongStrings",
  "bt:Images": "bt:Image+",
  "bt:Urls": "bt:Url+",
  "bt:ShortStrings": "bt:String+",
  "bt:LongStrings": "bt:String+",
  "Resources/bt:Images/bt:Image": "bt:Override*",
  "bt:Url": "bt:Override*",
  "bt:String": "bt:Override*",
};

/** Longest texts: [MS-OWEMXML] ShortResource 125, LongResource 250; DisplayName 125, Description 250. */
export const TEXT_LIMITS = {
  "bt:ShortStrings": 125,
  "bt:LongStrings": 250,
  DisplayName: 125,
  Description: 250,
} as const;

/** A resource id longer than this makes the manifest invalid. */
export const RESID_LIMIT = 32;

/** Excel shortens labels of buttons on the ribbon beyond about this length; the tab and the group as well. */
export const LABEL_LIMIT = 32;

/** Controls of one group of a custom tab: more are not shown well (manifest reference, CustomTab). */
export const GROUP_LIMIT = 6;

/** What a resource of a section is referred to by. */
export const SECTION_OF: Readonly<Record<string, string>> = {
  Runtime: "bt:Urls",
  SourceLocation: "bt:Urls",
  FunctionFile: "bt:Urls",
  LearnMoreUrl: "bt:Urls",
  "bt:Image": "bt:Images",
  Label: "bt:ShortStrings",
  Title: "bt:ShortStrings",
  Namespace: "bt:ShortStrings",
  Description: "bt:LongStrings",
};

/** Sizes that an icon of a command must have; others are allowed. */
export const REQUIRED_ICON_SIZES = ["16", "32", "80"];
