/** Identity and address of the check: beside the product's own add-in, which may be installed. */
const CHECK_ID = "6f0a1f0e-3f5b-4b57-9d39-0b7a4a0d51c7";
export const CHECK_PORT = 3001;

/**
 * The product's manifest made over for the check: another id, port and namespace, so the same runtime and extension points
 * as the product's are exercised. The check's server gives its own page and functions under the product's addresses.
 */
export function checkManifest(manifest: string, namespace: string): string {
  const made = manifest
    .replace(/<Id>[^<]+<\/Id>/, `<Id>${CHECK_ID}</Id>`)
    .replaceAll("https://localhost:3000", `https://localhost:${CHECK_PORT}`)
    .replace(/(id="Functions\.Namespace" DefaultValue=")[^"]+/, `$1${namespace}`)
    .replace(/(<DisplayName DefaultValue=")[^"]+/, "$1ШНОР: проверка в Excel");
  for (const part of [CHECK_ID, `localhost:${CHECK_PORT}/taskpane.html`, `DefaultValue="${namespace}"`])
    if (!made.includes(part)) throw new Error(`manifest.xml is not as expected: no ${part}`);
  return made;
}
