import { hostError } from "../protocol/errors";
import type { HostObject } from "../protocol/host-object";
import { formatAddress, parseAddress } from "../store/address";
import { columnName } from "../store/address";
import { findSheet } from "../store/create";
import type { Area, DefinedName, Sheet } from "../store/model";
import { isLegalName } from "../store/tables";
import { flag, key, optionalText, text } from "./arguments";
import type { Context, NameRef, RangeRef } from "./context";
import { defineClass } from "./define-class";

/** `undefined` stands for the names of the workbook. */
type Scope = Sheet | undefined;

const namesOf = (scope: Scope, { workbook }: Context): DefinedName[] => (scope ?? workbook).names;
const refOf = (scope: Scope, name: DefinedName): NameRef => ({ name, ...(scope && { sheet: scope }) });

function find(scope: Scope, wanted: unknown, context: Context): HostObject | null {
  const lower = key(wanted).toLowerCase();
  const name = namesOf(scope, context).find((each) => each.name.toLowerCase() === lower);
  return name ? context.make.name(refOf(scope, name)) : null;
}

function touch(scope: Scope, context: Context): void {
  scope?.touched.aspects.add("names");
  context.restructured();
}

/** A name keeps its range absolutely: `='Лист 1'!$A$1:$B$2`. */
function absolute(sheet: Sheet, { top, left, bottom, right }: Area): string {
  const prefix = formatAddress(sheet.name, { top: 0, left: 0, bottom: 0, right: 0 }).replace(/A1$/, "");
  const first = `$${columnName(left)}$${top + 1}`;
  const last = `$${columnName(right)}$${bottom + 1}`;
  return `=${prefix}${first === last ? first : `${first}:${last}`}`;
}

/** learn.microsoft.com, Excel.NamedItemCollection: names of the workbook, or those of one sheet. */
export const namesClass = defineClass<Scope>("NamedItemCollection", {
  items: (scope, context) => namesOf(scope, context).map((name) => context.make.name(refOf(scope, name))),
  getItem: find,
  methods: {
    GetItemOrNullObject: (scope, [name], context) => find(scope, name, context),
    GetCount: (scope, _args, context) => namesOf(scope, context).length,
    Add: (scope, [given, reference, comment], context) => {
      const name = text(given);
      if (!isLegalName(name)) throw hostError("InvalidArgument");
      if (find(scope, name, context)) throw hostError("ItemAlreadyExists");
      const range = context.rangeOf(reference);
      const formula = range ? absolute(range.sheet, range.area) : formulaOf(text(reference));
      const added: DefinedName = { name, formula, visible: true, comment: optionalText(comment) ?? "" };
      namesOf(scope, context).push(added);
      touch(scope, context);
      return context.make.name(refOf(scope, added));
    },
  },
});

const formulaOf = (given: string): string => (given.startsWith("=") ? given : `=${given}`);

/** The range that a name stands for, when it is one area of one sheet. */
function target({ name }: NameRef, { workbook }: Context): RangeRef | undefined {
  const address = parseAddress(name.formula.slice(1));
  const sheet = address?.sheet === undefined ? undefined : findSheet(workbook, address.sheet);
  return address && sheet && { sheet, area: address.area };
}

function constant(name: DefinedName): string | number | boolean | undefined {
  const body = name.formula.slice(1);
  if (/^".*"$/s.test(body)) return body.slice(1, -1).replaceAll('""', '"');
  if (/^(true|false)$/i.test(body)) return body.toLowerCase() === "true";
  return body.trim() !== "" && Number.isFinite(Number(body)) ? Number(body) : undefined;
}

/** `Excel.NamedItemType`. */
function typeOf(ref: NameRef, context: Context): string {
  if (target(ref, context)) return "Range";
  const value = constant(ref.name);
  if (typeof value === "number") return Number.isInteger(value) ? "Integer" : "Double";
  if (typeof value === "boolean") return "Boolean";
  return value === undefined ? "Error" : "String";
}

/** learn.microsoft.com, Excel.NamedItem. */
export const nameClass = defineClass<NameRef>("NamedItem", {
  identity: ({ name }) => ({ _Id: name.name }),
  properties: {
    Name: ({ name }) => name.name,
    Type: typeOf,
    // "For a named range, it will return the range address."
    Value: (ref, context) =>
      target(ref, context) ? ref.name.formula.slice(1) : (constant(ref.name) ?? "#NAME?"),
    Formula: ({ name }) => name.formula,
    Visible: ({ name }) => name.visible,
    Comment: ({ name }) => name.comment,
    Scope: ({ sheet }) => (sheet ? "Worksheet" : "Workbook"),
  },
  setters: {
    Formula: ({ sheet, name }, value, context) => {
      name.formula = formulaOf(text(value));
      touch(sheet, context);
    },
    Visible: ({ sheet, name }, value, context) => {
      name.visible = flag(value);
      touch(sheet, context);
    },
    Comment: ({ sheet, name }, value, context) => {
      name.comment = text(value);
      touch(sheet, context);
    },
  },
  navigations: {
    Worksheet: ({ sheet }, { make }) => {
      // "Throws an error if the item is scoped to the workbook instead."
      if (!sheet) throw hostError("InvalidOperation");
      return make.worksheet(sheet);
    },
    WorksheetOrNullObject: ({ sheet }, { make }) => (sheet ? make.worksheet(sheet) : null),
  },
  methods: {
    Delete: ({ sheet, name }, _args, context) => {
      const names = namesOf(sheet, context);
      names.splice(names.indexOf(name), 1);
      touch(sheet, context);
    },
    // "Throws an error if the named item's type is not a range."
    GetRange: (ref, _args, context) => {
      const range = target(ref, context);
      if (!range) throw hostError("InvalidOperation");
      return context.make.range(range.sheet, range.area);
    },
    GetRangeOrNullObject: (ref, _args, context) => {
      const range = target(ref, context);
      return range ? context.make.range(range.sheet, range.area) : null;
    },
  },
});
