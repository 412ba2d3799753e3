import { useEffect, useState } from "react";

/** The part of `Office.context.officeTheme` that is used; absent in some hosts. */
export interface HostTheme {
  readonly isDarkTheme?: boolean;
  readonly bodyBackgroundColor?: string;
}

const DARK = "(prefers-color-scheme: dark)";
const FORCED = "(forced-colors: active)";

/** Excel's own theme where it tells one; else, and in high contrast, the system's. */
export function isDark(host: HostTheme | undefined, prefersDark: boolean, forcedColors: boolean): boolean {
  if (forcedColors) return prefersDark;
  return host?.isDarkTheme ?? darkBackground(host?.bodyBackgroundColor) ?? prefersDark;
}

function darkBackground(color: string | undefined): boolean | undefined {
  const found = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color ?? "");
  if (found === null) return undefined;
  const [red = 0, green = 0, blue = 0] = found.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** Whether the pane is dark. Follows the system while the pane is open; Excel changes its own theme only at a restart. */
export function useDark(host: HostTheme | undefined): boolean {
  const [dark, setDark] = useState(() => isDark(host, matches(DARK), matches(FORCED)));
  useEffect(() => {
    const queries = [DARK, FORCED].map((query) => window.matchMedia(query));
    const update = (): void => {
      setDark(isDark(host, matches(DARK), matches(FORCED)));
    };
    for (const query of queries) query.addEventListener("change", update);
    return () => {
      for (const query of queries) query.removeEventListener("change", update);
    };
  }, [host]);
  return dark;
}

const matches = (query: string): boolean => window.matchMedia(query).matches;
