import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { faultsOf, keyboardLine } from "../../scripts/accessibility/report";
import { walkScreens } from "../../scripts/accessibility/walk";
import { STORIES } from "../../scripts/screens";
import { ROOT, startWorkbench, type Workbench } from "./workbench";

/** A part of what `npm run accessibility` passes: the way to the list of schools, and questions about cells. */
const PART = ["data", "schools", "asked"];

let workbench: Workbench;
beforeAll(async () => {
  workbench = await startWorkbench();
}, 180_000);
afterAll(async () => {
  await workbench.close();
});

it("nothing keeps anybody out at 320 px, in light and in high contrast; Tab and words are as docs/accessibility.md says", async () => {
  const examined = await walkScreens(workbench, {
    locale: "ru",
    stories: STORIES.filter(({ name }) => PART.includes(name)),
    variants: [
      { look: "light", width: "320" },
      { look: "contrast", width: "320" },
    ],
    keyboard: ["320"],
  });
  expect(examined.flatMap(faultsOf)).toEqual([]);
  const document = await readFile(join(ROOT, "docs/accessibility.md"), "utf8");
  expect(examined.map(keyboardLine).filter((line) => !document.includes(line))).toEqual([]);
});
