/**
 * A window of jsdom answers each global name through its own code, which costs more than what is called by it; a browser
 * does not. The language's own names are kept in constants.
 */
const OWN_NAMES = ["Array", "JSON", "Map", "Math", "Number", "Object", "RegExp", "Set", "String", "WeakMap"];

/** Options of esbuild for a script that runs in a window of jsdom. */
export const KEPT_NAMES = {
  banner: { js: `(()=>{const {${OWN_NAMES.join(",")},undefined}=globalThis;` },
  footer: { js: "})();" },
};
