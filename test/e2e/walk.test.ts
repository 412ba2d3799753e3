import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { walk } from "./walk";
import { clicksDocument, withoutSeconds } from "./walk-table";
import { type OpenPage, ROOT, startWorkbench, unknownCalls, type Workbench } from "./workbench";

let workbench: Workbench;
let open: OpenPage;
beforeAll(async () => {
  workbench = await startWorkbench();
  open = await workbench.open();
}, 180_000);
afterAll(async () => {
  await open.close();
  await workbench.close();
});

it("ten tasks of a methodist take the clicks that docs/clicks.md says", async () => {
  const walked = await walk(open);
  const document = await readFile(join(ROOT, "docs/clicks.md"), "utf8");
  expect(withoutSeconds(document)).toBe(withoutSeconds(clicksDocument(walked)));
  expect(await unknownCalls(open.page)).toBe("Неизвестных вызовов: 0");
  expect(open.outside).toEqual([]);
  expect(open.errors).toEqual([]);
});
