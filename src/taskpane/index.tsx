import { createRoot } from "react-dom/client";
import { officeWorkbook } from "../excel/office-workbook";
import { localeOf } from "../locales/locale";
import { loadPaneTexts } from "../locales/pane";
import { App } from "./app/App";

/** Entry of the pane; the ribbon's commands are registered by their own entry of the same page. */
void Office.onReady(async () => {
  const root = document.getElementById("root");
  if (root === null) return;
  const { displayLanguage, officeTheme } = Office.context;
  const locale = localeOf(displayLanguage);
  document.documentElement.lang = locale;
  const loadFormulas = async () => (await import("../excel/office-formulas")).officeFormulas;
  const loadRemover = async () => (await import("../excel/writing/remove-sheets")).sheetRemover;
  await loadPaneTexts(locale).catch(() => undefined); // without them the pane speaks Russian
  createRoot(root).render(
    <App
      port={officeWorkbook}
      loadFormulas={loadFormulas}
      loadRemover={loadRemover}
      locale={locale}
      hostTheme={officeTheme}
    />,
  );
});
