import { check } from "./fuzz/check";
import { FOUND } from "./fuzz/found";
import { FOUND_COLUMNS } from "./fuzz/found-columns";
import { mutate } from "./fuzz/mutate";

test.each([...FOUND, ...FOUND_COLUMNS])("seed $seed: $what", ({ paper, changes }) => {
  expect(check(mutate(paper, changes)).faults).toEqual([]);
});
