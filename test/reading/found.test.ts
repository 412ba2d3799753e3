import { check } from "./fuzz/check";
import { FOUND } from "./fuzz/found";
import { mutate } from "./fuzz/mutate";

test.each(FOUND)("seed $seed: $what", ({ paper, changes }) => {
  expect(check(mutate(paper, changes)).faults).toEqual([]);
});
