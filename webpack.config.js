const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const { EnvironmentPlugin, optimize } = require("webpack");
const { require: requireTs } = require("tsx/cjs/api");
const { deployedManifest } = requireTs("./scripts/packaging/deployment-url.ts", __filename);
const { FunctionsMetadataPlugin } = requireTs("./scripts/packaging/functions-metadata-plugin.ts", __filename);
const { GuidePlugin } = requireTs("./scripts/packaging/guide-plugin.ts", __filename);

/** Where manifest.xml says the add-in lives; `--env url=https://…` moves it. */
const DEVELOPMENT_URL = "https://localhost:3000";
/** Production loads office.js from Microsoft, as its terms and the Marketplace require; `--env officeJs=…` for the workbench. */
const MICROSOFT_OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** `frame-ancestors` is a header, it does nothing in a meta tag; Fluent's styles and Excel on the web need inline styles. */
function contentSecurityPolicy(officeJs) {
  const office = /^https?:/.test(officeJs) ? ` ${new URL(officeJs).origin}` : "";
  return [
    "default-src 'none'",
    `script-src 'self'${office}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self'${office}`,
    `frame-src 'self'${office}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** Certificates only for the server of `npm run excel`: Excel opens pages over https alone. */
async function devServer() {
  const { getHttpsServerOptions } = require("office-addin-dev-certs");
  return {
    port: 3000,
    hot: false,
    liveReload: false,
    client: false,
    server: { type: "https", options: await getHttpsServerOptions() },
    headers: { "Access-Control-Allow-Origin": "*" },
  };
}

module.exports = async (env = {}, argv = {}) => {
  const url = String(env.url ?? DEVELOPMENT_URL).replace(/\/+$/, "");
  const officeJs = env.officeJs ?? MICROSOFT_OFFICE_JS;
  const production = argv.mode !== "development";
  return {
    mode: production ? "production" : "development",
    devtool: production ? false : "source-map",
    target: ["web", "es2022"],
    // one page, one runtime: the functions are registered before the commands and the pane are even parsed
    entry: {
      functions: "./src/functions/functions.ts",
      commands: { import: "./src/commands/main.ts", dependOn: "functions" },
      taskpane: { import: "./src/taskpane/index.tsx", dependOn: ["functions", "commands"] },
    },
    output: {
      path: path.resolve(__dirname, env.out ?? "dist"),
      filename: "[name].js",
      chunkFilename: "[name].[contenthash:6].js",
      clean: true,
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [{ test: /\.tsx?$/, loader: "esbuild-loader", options: { target: "es2022", jsx: "automatic" } }],
    },
    plugins: [
      new EnvironmentPlugin({ NODE_ENV: production ? "production" : "development" }),
      // a request per tiny part is dear, and the chunk loaded first has to name each of them
      new optimize.MinChunkSizePlugin({ minChunkSize: 20_000 }),
      new FunctionsMetadataPlugin(url),
      new GuidePlugin(),
      new HtmlWebpackPlugin({
        template: "assets/page/taskpane.html",
        filename: "taskpane.html",
        chunks: ["functions", "commands", "taskpane"],
        chunksSortMode: "manual",
        scriptLoading: "defer",
        hash: true,
        templateParameters: {
          officeJs,
          officeHost: /^https?:/.test(officeJs) ? new URL(officeJs).host : "этого сервера",
          csp: contentSecurityPolicy(officeJs),
        },
      }),
      new CopyWebpackPlugin({
        patterns: [
          { from: "assets/icons/*.png" },
          // not minified: the minifier would write it in newer syntax than ES5
          { from: "assets/page/notice.js", to: "notice.js", info: { minimized: true } },
          {
            from: "manifest.xml",
            transform: (content) => deployedManifest(content.toString(), DEVELOPMENT_URL, url),
          },
        ],
      }),
    ],
    performance: { hints: false },
    stats: "errors-warnings",
    ...(process.env.WEBPACK_SERVE === "true" ? { devServer: await devServer() } : {}),
  };
};
