import { askedPaneTexts } from "../../../locales/asked-pane";
import type { AskedPaneTexts } from "../../../locales/ru/asked-pane";
import { useLocale } from "../../texts";

export const useAskedTexts = (): AskedPaneTexts => askedPaneTexts(useLocale());
