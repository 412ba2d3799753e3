/**
 * The address under which the add-in's folder is served, without a slash at its end.
 * Excel opens add-ins over https only, and a manifest may not carry a query, a fragment or credentials.
 * @throws Error that says what is wrong with the address
 */
export function deploymentUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== "https:")
    throw new Error(`--url ${text}: an address that begins with https:// is needed`);
  if (url.search !== "" || url.hash !== "" || url.username !== "")
    throw new Error(`--url ${text}: only a server and a folder, without ?, # or a user`);
  return url.href.replace(/\/+$/, "");
}

/** manifest.xml with `site` in place of the development server; an app domain is a scheme and a server, without a folder. */
export function deployedManifest(manifest: string, development: string, site: string): string {
  const domain = (origin: string): string => `<AppDomain>${origin}</AppDomain>`;
  return manifest.replaceAll(domain(development), domain(new URL(site).origin)).replaceAll(development, site);
}
