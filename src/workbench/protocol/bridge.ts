import { COMMAND_COMPLETED, COMMAND_INVOKED } from "./commands";
import type { EmbeddedHost } from "./host";
import { readSettings, writeSettings } from "./settings";

/** An add-in's window, in which office.js is not loaded yet. */
export type AddinWindow = object;

export interface BridgeOptions {
  /** `Офис.xlsx` or a path; what `Office.context.document.url` gives. */
  url?: string;
  /** 1 shared runtime, 2 custom functions only. */
  runtime?: 1 | 2;
  /** Dark when the background is: what `Office.context.officeTheme` gives. */
  theme?: { readonly foreground: string; readonly background: string };
}

interface NativeBridge {
  /** office.js sets it. */
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost(text: string): void;
}

/**
 * Puts the two objects on a window that office.js for Windows looks for: `external` for the Common API and
 * `_richApiNativeBridge`, a pipe of JSON texts. Call it before office.js loads; office.js stays as it is.
 */
export function installBridge(window: AddinWindow, host: EmbeddedHost, options: BridgeOptions = {}): void {
  const bridge: NativeBridge = {
    onMessageFromHost: null,
    sendMessageToHost: (text) => void host.receive(text),
  };
  host.connect((text) => {
    bridge.onMessageFromHost?.(text);
  });
  Object.defineProperty(window, "external", {
    value: external(host, options),
    configurable: true,
    writable: true,
  });
  Object.defineProperty(window, "_richApiNativeBridge", {
    value: bridge,
    configurable: true,
    writable: true,
  });
}

type Done = (answer: unknown) => void;
/** Answers of the Common API are COM safe arrays, of which office.js uses `toArray` only. */
const safeArray = (items: readonly unknown[]): { toArray(): unknown[] } => ({ toArray: () => [...items] });
const INTERNAL_ERROR = 5001;
/** `dispidDocumentSelectionChangedEvent` of the Common API. */
const SELECTION_CHANGED = 2;

function external(host: EmbeddedHost, options: BridgeOptions): object {
  const answer = (done: Done, items: readonly unknown[]): void =>
    void setTimeout(() => {
      done(safeArray(items));
    }, 0);
  return {
    GetHostInfo: () =>
      `_host_Info=Excel$Win32$16.01$${host.locale}$telemetry$$disableLogging$${options.runtime ?? 1}`,
    GetContext: () => appContext(host, options),
    GetLoggingAllowed: () => false,
    Execute: (id: number, parameters: unknown, done: Done) => {
      if (id === COMMAND_COMPLETED) {
        host.commands.completed(asArray(parameters));
        answer(done, [0]);
        return;
      }
      host.unknownCalls.push(`external.Execute ${id}`);
      answer(done, [INTERNAL_ERROR]);
    },
    RegisterEvent: (
      id: number,
      _target: string,
      handler: (id: number, payload: unknown) => void,
      done: Done,
    ) => {
      setTimeout(() => {
        done(safeArray([0]));
        // office.js keeps the handler only once it knows of the success: what came earlier would be lost
        const hear = (payload: readonly unknown[]): void => {
          handler(id, safeArray(payload));
        };
        if (id === COMMAND_INVOKED) host.commands.listen(hear);
        else if (id === SELECTION_CHANGED) host.events.onSelection = hear;
        else host.unknownCalls.push(`external.RegisterEvent ${id}`);
      }, 0);
    },
    UnregisterEvent: (id: number, _target: string, done: Done) => {
      if (id === SELECTION_CHANGED) host.events.onSelection = undefined;
      answer(done, [0]);
    },
  };
}

function asArray(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === "object" && value !== null && "length" in value)
    return Array.from(value as ArrayLike<unknown>);
  return [value];
}

/** The document's side of the Common API. */
function appContext(host: EmbeddedHost, { url, theme }: BridgeOptions): object {
  const { foreground, background } = theme ?? { foreground: "#000000", background: "#FFFFFF" };
  return {
    GetAppType: () => 1, // Excel
    GetSolutionRef: () => "embedded-add-in",
    GetAppVersionMajor: () => "16.01",
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => host.locale,
    GetAppDataLocale: () => host.locale,
    GetDocUrl: () => url ?? host.workbook.name,
    GetAppCapabilities: () => 0, // read and write
    GetActivationMode: () => 2, // the document was opened
    GetControlIntegrationLevel: () => 1, // task pane
    GetSolutionToken: () => "",
    GetCorrelationId: () => "embedded",
    GetInstanceId: () => "embedded-instance",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(host.profile.requirements),
    GetHostCustomMessage: () => 0,
    GetHostFullVersion: () => "16.0.17928.20114",
    GetDialogRequirementMatrix: () => "",
    GetFeaturesForSolution: () => "",
    GetInitialDisplayMode: () => 2,
    GetOfficeThemeInfo: () =>
      JSON.stringify({
        primaryFontColor: colorNumber(foreground),
        primaryBackgroundColor: colorNumber(background),
        secondaryFontColor: colorNumber(foreground),
        secondaryBackgroundColor: colorNumber(background),
      }),
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        readSettings(host.workbook, keys, values);
      },
      Write: (keys: readonly string[], values: readonly string[]) => {
        writeSettings(host.workbook, keys, values);
      },
    }),
  };
}

const colorNumber = (color: string): number => Number.parseInt(color.replace("#", ""), 16);
