import { FluentProvider, mergeClasses, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { FormulaPort } from "../../excel/formula-port";
import type { WorkbookPort } from "../../excel/port";
import type { SheetRemover } from "../../excel/writing/remove-sheets";
import type { Locale } from "../../locales/locale";
import { LocaleContext } from "../texts";
import { useDark, type HostTheme } from "../theme";
import { useAppStyles, usePageStyles } from "./App.styles";
import { Pane } from "./Pane";

interface Props {
  readonly port: WorkbookPort;
  /** Formulas of the workbook; loaded when the user asks for functions. */
  readonly loadFormulas?: (() => Promise<FormulaPort>) | undefined;
  /** Removes sheets of the add-in; loaded when the user asks for it. */
  readonly loadRemover?: (() => Promise<SheetRemover>) | undefined;
  readonly locale: Locale;
  readonly hostTheme?: HostTheme | undefined;
}

export function App({ port, loadFormulas, loadRemover, locale, hostTheme }: Props) {
  usePageStyles();
  const styles = useAppStyles();
  const dark = useDark(hostTheme);
  return (
    <FluentProvider
      theme={dark ? webDarkTheme : webLightTheme}
      className={mergeClasses(styles.root, dark ? styles.dark : styles.light)}
    >
      <LocaleContext.Provider value={locale}>
        <Pane port={port} loadFormulas={loadFormulas} loadRemover={loadRemover} />
      </LocaleContext.Provider>
    </FluentProvider>
  );
}
