import type { BaseValueObject } from "@univerjs/engine-formula";
import type { Packages } from "./engine";

/**
 * `HYPERLINK` as Excel computes it: its value is the friendly name, else the address (support.microsoft.com,
 * HYPERLINK function). The engine's own gives rich text without a value, which other formulas and a saved file see
 * as 0.
 */
export function hyperlinkFunction({ formula }: Packages): InstanceType<Packages["formula"]["BaseFunction"]> {
  class Hyperlink extends formula.BaseFunction {
    override minParams = 1;
    override maxParams = 2;

    override calculate(address: BaseValueObject, name?: BaseValueObject): BaseValueObject {
      if (address.isError()) return address;
      const shown = single(name ?? address);
      // Excel shows 0 for a friendly name that is an empty cell, as for a reference to one
      return shown.isNull() ? formula.NumberValueObject.create(0) : shown;
    }
  }
  return new Hyperlink("HYPERLINK");
}

/** The one cell of a reference to a cell; a larger area shows its first. */
function single(value: BaseValueObject): BaseValueObject {
  if (!value.isArray()) return value;
  const array = value as BaseValueObject & { getFirstCell(): BaseValueObject }; // what the engine calls an array
  return array.getFirstCell();
}
