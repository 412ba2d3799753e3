/** Entry of the shared runtime for the ribbon: registers the commands as soon as Excel is there. */
import { registerCommands } from "./index";

void Office.onReady(registerCommands);
