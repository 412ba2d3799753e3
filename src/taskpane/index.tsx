import { createRoot } from "react-dom/client";
import { officeWorkbook } from "../excel/office-workbook";
import { localeOf } from "../locales/locale";
import { App } from "./app/App";

/** Entry of the pane; the ribbon's commands are registered by their own entry of the same page. */
void Office.onReady(() => {
  const root = document.getElementById("root");
  if (root === null) return;
  const { displayLanguage, officeTheme } = Office.context;
  const locale = localeOf(displayLanguage);
  document.documentElement.lang = locale;
  const loadFormulas = async () => (await import("../excel/office-formulas")).officeFormulas;
  const loadRemover = async () => (await import("../excel/remove-sheets")).sheetRemover;
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
