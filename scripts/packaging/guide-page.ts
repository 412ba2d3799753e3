/** The page behind «Руководство» in the pane: docs/guide.ru.md as it is deployed. */
import { Marked, type Tokens } from "marked";

const STYLE =
  "body{font:16px/1.55 'Segoe UI',Tahoma,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}" +
  "img{max-width:100%;height:auto;border:1px solid #8888;border-radius:4px}code{font-family:Consolas,monospace}" +
  "table{border-collapse:collapse}td,th{border:1px solid #8888;padding:.3rem .6rem;text-align:left;vertical-align:top}" +
  "h2{margin-top:2.5rem}@media print{body{margin:0;max-width:none;font-size:11pt}h2,h3{break-after:avoid}img{max-height:7.5cm}}";

/** Documents of the repository that a build deploys as pages; a link to any other would lead nowhere. */
const PAGES: Readonly<Record<string, string>> = { "functions.ru.md": "functions.html" };

export interface GuidePage {
  readonly html: string;
  /** Pictures that the page shows, relative to the folder of the guide and to the page alike. */
  readonly images: readonly string[];
}

/** @throws Error when the guide links to a document that is not deployed */
export function guidePage(markdown: string): GuidePage {
  const images: string[] = [];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading) {
        return `<h${depth} id="${headingId(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
    },
    walkTokens: (token) => {
      if (token.type === "image") images.push(String(token["href"]));
      if (token.type === "link") token["href"] = pageOf(String(token["href"]));
    },
  });
  const body = marked.parse(markdown, { async: false });
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "";
  const html = `<!doctype html>
<html lang="ru">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'">
<title>${title}</title>
<style>${STYLE}</style>
${body}</html>
`;
  return { html, images: [...new Set(images)] };
}

/** As GitHub makes it, so that one link serves both. */
export const headingId = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s/g, "-");

function pageOf(href: string): string {
  if (href.startsWith("#") || href.startsWith("https://")) return href;
  const page = PAGES[href];
  if (page === undefined) throw new Error(`the guide links to ${href}, which is not deployed`);
  return page;
}
