import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { basename, dirname, extname, join, normalize, sep } from "node:path";
import { type Built, OFFICE_JS_PATH } from "./build";

export interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly built: Built;
  /** Workbook that is open at first. */
  readonly sample: string;
  /** The port to take, or the first of a hundred ports that may be taken. */
  readonly port: number;
  /** Only this port will do. */
  readonly exact?: boolean;
}

const HOST = "127.0.0.1";
const PORTS_TRIED = 100;

/** The page may talk to its own server only; Univer sets styles and makes images from data. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Serves the workbench to this machine only. */
export async function serveWorkbench(options: ServeOptions): Promise<Serving> {
  const folders = foldersOf(options.built);
  const server = createServer((request, response) => {
    answer(request, response, folders, options).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const port = await listen(server, options.port, options.exact === true ? 1 : PORTS_TRIED);
  return {
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function foldersOf({ addin, page }: Built): ReadonlyMap<string, string> {
  const load = createRequire(__filename);
  return new Map([
    ["/addin/", addin],
    ["/page/", page],
    [OFFICE_JS_PATH, dirname(load.resolve("@microsoft/office-js/dist/office.js"))],
  ]);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  folders: ReadonlyMap<string, string>,
  { built, sample }: ServeOptions,
): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  if (path === "/") {
    response.setHeader("Content-Security-Policy", PAGE_POLICY);
    await send(response, join(built.page, "index.html"));
  } else if (path === "/sample.xlsx") {
    response.setHeader("X-File-Name", encodeURIComponent(basename(sample)));
    await send(response, sample);
  } else if (path === "/addin/taskpane.html") {
    await sendPane(response, join(built.addin, "taskpane.html"));
  } else {
    const [prefix, folder] = [...folders].find(([start]) => path.startsWith(start)) ?? [];
    const file = folder !== undefined && prefix !== undefined && inside(folder, path.slice(prefix.length));
    if (file) await send(response, file);
    else response.writeHead(404).end();
  }
}

/** `undefined` for a path that leaves the folder. */
function inside(folder: string, path: string): string | undefined {
  const file = normalize(join(folder, path));
  return file.startsWith(folder + sep) ? file : undefined;
}

/** The add-in's page as built, with one script before all others: it attaches the host before office.js loads. */
async function sendPane(response: ServerResponse, file: string): Promise<void> {
  const html = await readFile(file, "utf8");
  const attached = html.replace(/<head>/i, '<head><script src="/page/attach.js"></script>');
  response.writeHead(200, { "Content-Type": TYPES[".html"], "Cache-Control": "no-store" }).end(attached);
}

async function send(response: ServerResponse, file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": found.size,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  await new Promise<void>((resolve, reject) => {
    createReadStream(file).on("error", reject).on("end", resolve).pipe(response);
  });
}

/** Whether a port can be taken at this moment. */
export async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    await listen(probe, port, 1);
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}

/** The first free port of `tries` ports. */
async function listen(server: Server, first: number, tries: number): Promise<number> {
  for (let port = first; ; port++) {
    const taken = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once("error", resolve);
      server.listen(port, HOST, () => {
        server.removeListener("error", resolve);
        resolve(undefined);
      });
    });
    if (!taken) return portOf(server, port);
    if (taken.code !== "EADDRINUSE" || port + 1 >= first + tries) throw taken;
  }
}

function portOf(server: Server, asked: number): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : asked;
}
