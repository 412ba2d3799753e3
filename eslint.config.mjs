import js from "@eslint/js";
import tseslint from "typescript-eslint";
import hooks from "eslint-plugin-react-hooks";
import a11y from "eslint-plugin-jsx-a11y";
import prettier from "eslint-config-prettier";
import ownLookup from "./scripts/house/own-lookup.mjs";

const hostGlobals = [
  "window",
  "document",
  "navigator",
  "localStorage",
  "fetch",
  "Office",
  "Excel",
  "OfficeExtension",
];
const forbid = (names, message) => ({
  "no-restricted-globals": ["error", ...names.map((name) => ({ name, message }))],
});

export default tseslint.config(
  { ignores: ["out/", "dist/", "node_modules/", "coverage/", "test/fixtures/"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["*.js", "*.mjs", "*.cjs", ".dependency-cruiser.cjs"] },
      },
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
    },
  },
  { files: ["**/*.js", "**/*.mjs", "**/*.cjs"], ...tseslint.configs.disableTypeChecked },
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    languageOptions: {
      globals: { module: "writable", require: "readonly", process: "readonly", __dirname: "readonly" },
    },
    rules: { "@typescript-eslint/no-require-imports": "off", "no-undef": "off" },
  },
  {
    files: ["src/domain/**", "src/locales/**"],
    rules: forbid([...hostGlobals, "Date.now", "process"], "the domain is pure"),
  },
  {
    files: ["src/**", "scripts/**"],
    rules: { "max-lines": ["error", { max: 300 }] },
  },
  {
    // texts and the pane look up codes of the domain, the engine's dictionaries ids of the host's own sheets
    files: ["src/**"],
    ignores: ["src/locales/**", "src/taskpane/**", "src/workbench/calculation/**", "src/**/own.ts"],
    plugins: { house: { rules: { "own-lookup": ownLookup } } },
    rules: { "house/own-lookup": "error" },
  },
  // tables of cases
  { files: ["test/**"], rules: { "max-lines": ["error", { max: 600 }] } },
  { files: ["src/taskpane/**"], rules: forbid(["Excel"], "the pane gets the workbook as an interface") },
  {
    files: ["src/taskpane/**/*.tsx"],
    plugins: { "react-hooks": hooks, "jsx-a11y": a11y },
    rules: { ...hooks.configs.recommended.rules, ...a11y.flatConfigs.strict.rules },
  },
  prettier,
);
