import { hostError } from "../protocol/errors";
import type { CustomXmlPart } from "../store/model";
import { key, oneOf, text } from "./arguments";
import type { HostObject } from "../protocol/host-object";
import type { Context } from "./context";
import { defineClass } from "./define-class";

/** State of Excel itself while the workbook is open. */
export interface ApplicationState {
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";
}

/**
 * learn.microsoft.com, Excel.Application. Results are brought up to date before they are read in every mode; screen
 * updating and calculation have nothing to suspend here.
 */
export const applicationClass = defineClass<ApplicationState>("Application", {
  properties: { CalculationMode: (state) => state.calculationMode },
  setters: {
    CalculationMode: (state, value) => {
      state.calculationMode = oneOf(["Automatic", "AutomaticExceptTables", "Manual"], value);
    },
  },
  methods: {
    Calculate: (_, [type], context) => {
      oneOf(["Recalculate", "Full", "FullRebuild"], type);
      return context.calculate(true);
    },
    SuspendScreenUpdatingUntilNextSync: () => null,
    SuspendApiCalculationUntilNextSync: () => null,
  },
});

/**
 * learn.microsoft.com, Excel.WorkbookProtection. The password holds while the workbook is open and is not saved; without
 * one whatever is given opens it.
 */
export const workbookProtectionClass = defineClass<null>("WorkbookProtection", {
  properties: { Protected: (_, { workbook }) => workbook.structureProtected },
  methods: {
    Protect: (_, [password], { workbook }) => {
      if (workbook.structureProtected) throw hostError("AccessDenied");
      workbook.structureProtected = true;
      if (password != null && password !== "") workbook.structurePassword = text(password);
    },
    Unprotect: (_, [password], { workbook }) => {
      const { structurePassword } = workbook;
      if (structurePassword !== undefined && structurePassword !== password) throw hostError("AccessDenied");
      workbook.structureProtected = false;
      delete workbook.structurePassword;
    },
  },
});

/** learn.microsoft.com, Excel.Setting. */
const settingClass = defineClass<string>("Setting", {
  identity: (name) => ({ _Id: name }),
  properties: { Key: (name) => name, Value: (name, { workbook }) => workbook.settings.get(name) },
  setters: {
    Value: (name, value, { workbook }) => {
      workbook.settings.set(name, value);
    },
  },
  methods: {
    Delete: (name, _args, { workbook }) => {
      workbook.settings.delete(name);
    },
  },
});

const setting = (name: unknown, context: Context): HostObject | null =>
  context.workbook.settings.has(key(name)) ? settingClass.of(key(name), context) : null;

/** learn.microsoft.com, Excel.SettingCollection: `add` "sets or adds". */
export const settingsClass = defineClass<null>("SettingCollection", {
  items: (_, context) => [...context.workbook.settings.keys()].map((name) => settingClass.of(name, context)),
  getItem: (_, name, context) => setting(name, context),
  methods: {
    Add: (_, [name, value], context) => {
      context.workbook.settings.set(text(name), value);
      return settingClass.of(text(name), context);
    },
    GetItemOrNullObject: (_, [name], context) => setting(name, context),
    GetCount: (_, _args, { workbook }) => workbook.settings.size,
  },
});

/** Root element of an XML text, with the namespace it is in; `undefined` when the text is not one element. */
function rootNamespace(xml: string): string | undefined {
  const body = xml.replace(/^\uFEFF?\s*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*)*/, "").trim();
  const root = /^<([\w.-]+:)?([\w.-]+)((?:\s[^>]*?)?)(\/?)>/.exec(body);
  if (!root) return undefined;
  const [whole, prefix = "", name = "", attributes = "", selfClosed] = root;
  if (selfClosed ? body.length !== whole.length : !body.endsWith(`</${prefix}${name}>`)) return undefined;
  const declaration = prefix ? `xmlns:${prefix.slice(0, -1)}` : "xmlns";
  return new RegExp(`\\s${declaration}\\s*=\\s*(["'])(.*?)\\1`).exec(attributes)?.[2] ?? "";
}

function requireXml(value: unknown): { xml: string; namespaceUri: string } {
  const xml = text(value);
  const namespaceUri = rootNamespace(xml);
  if (namespaceUri === undefined) throw hostError("InvalidArgument");
  return { xml, namespaceUri };
}

/** learn.microsoft.com, Excel.CustomXmlPart. */
export const customXmlPartClass = defineClass<CustomXmlPart>("CustomXmlPart", {
  identity: (part) => ({ Id: part.id }),
  properties: { Id: (part) => part.id, NamespaceUri: (part) => part.namespaceUri },
  methods: {
    GetXml: (part) => part.xml,
    SetXml: (part, [xml]) => {
      Object.assign(part, requireXml(xml));
    },
    Delete: (part, _args, { workbook }) => {
      workbook.customXmlParts = workbook.customXmlParts.filter((each) => each !== part);
    },
  },
});

/** Parts of one namespace. */
const scopedPartsClass = defineClass<string>("CustomXmlPartScopedCollection", {
  items: (namespace, context) => partsOf(namespace, context).map((part) => context.make.customXmlPart(part)),
  getItem: (namespace, id, context) => onePart(partsOf(namespace, context), id, context),
  methods: {
    GetCount: (namespace, _args, context) => partsOf(namespace, context).length,
    GetItemOrNullObject: (namespace, [id], context) => onePart(partsOf(namespace, context), id, context),
    // "If the collection contains exactly one item, this method returns it. Otherwise, this method produces an error."
    GetOnlyItem: (namespace, _args, context) => {
      const [part, second] = partsOf(namespace, context);
      if (!part || second) throw hostError("GeneralException");
      return context.make.customXmlPart(part);
    },
    // "Otherwise, this method returns Null."
    GetOnlyItemOrNullObject: (namespace, _args, context) => {
      const [part, second] = partsOf(namespace, context);
      return part && !second ? context.make.customXmlPart(part) : null;
    },
  },
});

const partsOf = (namespace: string, { workbook }: Context): CustomXmlPart[] =>
  workbook.customXmlParts.filter((part) => part.namespaceUri === namespace);

function onePart(parts: readonly CustomXmlPart[], id: unknown, { make }: Context): HostObject | null {
  const part = parts.find((candidate) => candidate.id === key(id));
  return part ? make.customXmlPart(part) : null;
}

/** learn.microsoft.com, Excel.CustomXmlPartCollection. */
export const customXmlPartsClass = defineClass<null>("CustomXmlPartCollection", {
  items: (_, { workbook, make }) => workbook.customXmlParts.map((part) => make.customXmlPart(part)),
  getItem: (_, id, context) => onePart(context.workbook.customXmlParts, id, context),
  methods: {
    Add: (_, [xml], context) => {
      const part: CustomXmlPart = { id: context.newId(), ...requireXml(xml) };
      context.workbook.customXmlParts.push(part);
      return context.make.customXmlPart(part);
    },
    GetByNamespace: (_, [namespace], context) => scopedPartsClass.of(text(namespace), context),
    GetItemOrNullObject: (_, [id], context) => onePart(context.workbook.customXmlParts, id, context),
    GetCount: (_, _args, { workbook }) => workbook.customXmlParts.length,
  },
});
