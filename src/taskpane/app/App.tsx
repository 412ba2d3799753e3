import { FluentProvider } from "@fluentui/react-components";
import type { WorkbookPort } from "../../excel/port";
import type { Locale } from "../../locales/locale";
import { LocaleContext } from "../texts";
import { useTheme, type HostTheme } from "../theme";
import { useAppStyles, usePageStyles } from "./App.styles";
import { Pane } from "./Pane";

interface Props {
  readonly port: WorkbookPort;
  readonly locale: Locale;
  readonly hostTheme?: HostTheme | undefined;
}

export function App({ port, locale, hostTheme }: Props) {
  usePageStyles();
  const styles = useAppStyles();
  return (
    <FluentProvider theme={useTheme(hostTheme)} className={styles.root}>
      <LocaleContext.Provider value={locale}>
        <Pane port={port} />
      </LocaleContext.Provider>
    </FluentProvider>
  );
}
