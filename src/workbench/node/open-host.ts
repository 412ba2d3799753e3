import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type DOMWindow, JSDOM, ResourceLoader, VirtualConsole } from "jsdom";
import { type BridgeOptions, installBridge } from "../protocol/bridge";
import { EmbeddedHost, type HostOptions } from "../protocol/host";
import { showPlatform } from "../protocol/profiles";

export interface NodeHostOptions extends HostOptions {
  /** What the bridge tells of the document and of Excel's look. */
  bridge?: BridgeOptions;
  /** Body of the add-in's page. */
  html?: string;
  /** Console output and uncaught errors of the page; dropped when left out. */
  onConsole?: (level: string, parts: readonly unknown[]) => void;
}

/** The embedded host with a window of jsdom, in which the unmodified office.js runs. */
export interface NodeHost {
  readonly host: EmbeddedHost;
  readonly window: DOMWindow;
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  /** Evaluates an add-in's script in the window: the text of a script, or a path that ends in `.js`. */
  readonly load: (scriptOrPath: string) => void;
  /** Closes the window with its timers; nothing of it keeps the process alive. */
  readonly dispose: () => void;
}

/** Boots office.js of the devDependency over a workbook, without network. */
export async function openHost(options: NodeHostOptions = {}): Promise<NodeHost> {
  const host = new EmbeddedHost(options);
  const dom = new JSDOM(`<!doctype html><html><head></head><body>${options.html ?? ""}</body></html>`, {
    url: "https://localhost/",
    runScripts: "dangerously",
    pretendToBeVisual: true,
    resources: new LocalFiles(),
    virtualConsole: pageConsole(options),
  });
  const { window } = dom;
  closeNetwork(window);
  installBridge(window, host, options.bridge);
  await loadOffice(window);
  showPlatform(officeGlobals(window), host.profile);
  return {
    host,
    window,
    Excel: officeGlobals(window).Excel,
    Office: officeGlobals(window).Office,
    load: (script) => {
      window.eval(script.endsWith(".js") ? readFileSync(script, "utf8") : script);
    },
    dispose: () => {
      window.close();
    },
  };
}

/** Scripts of office.js come from its package; whatever else the page asks for, it does not get. */
class LocalFiles extends ResourceLoader {
  override fetch(
    ...[url, options]: Parameters<ResourceLoader["fetch"]>
  ): ReturnType<ResourceLoader["fetch"]> {
    return url.startsWith(OFFICE_FOLDER) ? super.fetch(url, options) : null;
  }
}

/** Requests of scripts do not go through the loader of resources: they fail as without a network. */
function closeNetwork(window: DOMWindow): void {
  class NoRequest extends window.XMLHttpRequest {
    override open(): void {
      throw new window.DOMException("the embedded host has no network", "NetworkError");
    }
  }
  Object.defineProperty(window, "XMLHttpRequest", { value: NoRequest });
  Object.defineProperty(window, "WebSocket", { value: undefined });
}

const OFFICE_FOLDER = (() => {
  const require = createRequire(join(process.cwd(), "package.json"));
  return new URL(".", pathToFileURL(require.resolve("@microsoft/office-js/dist/office.js"))).href;
})();

function pageConsole({ onConsole }: NodeHostOptions): VirtualConsole {
  const target = new VirtualConsole();
  for (const level of ["log", "info", "warn", "error"] as const)
    target.on(level, (...parts: unknown[]) => onConsole?.(level, parts));
  target.on("jsdomError", (error) => onConsole?.("error", [error]));
  return target;
}

async function loadOffice(window: DOMWindow): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const script = window.document.createElement("script");
    script.src = `${OFFICE_FOLDER}office.js`;
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error("office.js did not load"));
    };
    window.document.head.append(script);
  });
  await officeGlobals(window).Office.onReady();
}

/** Globals that office.js made; their types are those of @types/office-js, which nothing at run time can check. */
function officeGlobals(window: DOMWindow): { Excel: typeof Excel; Office: typeof Office } {
  if (window["Office"] === undefined) throw new Error("office.js did not make its globals");
  return window as unknown as { Excel: typeof Excel; Office: typeof Office };
}
