/** The one direction of the house: taskpane, commands, functions -> excel -> domain; workbench stands apart. */
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: "^src/", pathNot: to },
});
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      comment:
        "a file that nobody loads and that loads nobody is left over; attach.ts is put into frames as it is",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: ["\\.d\\.ts$", "^src/workbench/page/attach\\.ts$"] },
      to: {},
    },
    only("domain-is-pure", "^src/domain/", "^src/domain/", "domain knows no Excel, React, text or host"),
    {
      name: "domain-has-no-packages",
      severity: "error",
      from: { path: "^src/domain/" },
      to: { dependencyTypes: ["npm", "npm-dev", "core"] },
    },
    only(
      "locales-read-domain",
      "^src/locales/",
      "^src/(locales|domain)/",
      "texts are made from domain values only",
    ),
    only(
      "excel-reads-domain",
      "^src/excel/",
      "^src/(excel|domain|locales|xlsx)/",
      "excel knows no pane and no host",
    ),
    {
      name: "excel-sheets-are-the-ground",
      comment: "what a plan becomes on a sheet knows of no run, no reading and no job",
      severity: "error",
      from: { path: "^src/excel/sheets/" },
      to: { path: "^src/excel/(?!sheets/)" },
    },
    {
      name: "excel-unfinished-below-writing",
      comment: "writing leaves a journal; what reads it later runs without that writer",
      severity: "error",
      from: { path: "^src/excel/(?!writing/|jobs/|office-)" },
      to: { path: "^src/excel/writing/" },
    },
    {
      name: "excel-jobs-on-top",
      comment: "a job reads, plans and writes; nothing below asks for a job",
      severity: "error",
      from: { path: "^src/excel/(?!jobs/|office-)" },
      to: { path: "^src/excel/jobs/" },
    },
    only(
      "xlsx-knows-nobody",
      "^src/xlsx/",
      "^src/xlsx/",
      "the package of an .xlsx file; shared by excel and the host",
    ),
    only(
      "functions-are-shells",
      "^src/functions/",
      "^src/(functions|excel|domain|locales)/",
      "functions know no pane",
    ),
    only(
      "commands-are-shells",
      "^src/commands/",
      "^src/(commands|excel|domain|locales)/",
      "commands know no pane",
    ),
    only(
      "taskpane-on-top",
      "^src/taskpane/",
      "^src/(taskpane|commands|functions|excel|domain|locales)/",
      "the pane never reaches the workbench",
    ),
    only(
      "workbench-stands-apart",
      "^src/workbench/",
      "^src/(workbench|xlsx)/",
      "the embedded host knows nothing of schools",
    ),
    {
      name: "functions-have-no-react",
      severity: "error",
      from: { path: "^src/(functions|excel|commands|domain|locales)/" },
      to: { path: "node_modules/(react|react-dom|@fluentui)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
