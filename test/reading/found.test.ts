import { check } from "./fuzz/check";
import { FOUND } from "./fuzz/found";
import { FOUND_COLUMNS } from "./fuzz/found-columns";
import { FOUND_LABELS } from "./fuzz/found-labels";
import { mutate } from "./fuzz/mutate";

test.each([...FOUND, ...FOUND_COLUMNS, ...FOUND_LABELS])("seed $seed: $what", ({ paper, changes }) => {
  expect(check(mutate(paper, changes)).faults).toEqual([]);
});
