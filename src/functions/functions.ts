/** Registers the custom functions with Excel; loaded before everything else of the shared runtime. */
import { lowResult } from "./lowresult";
import { lowSchool } from "./lowschool";

/** Ids as in functions.json; a test holds the two against each other. */
export const FUNCTIONS = {
  LOWRESULT: lowResult,
  LOWSCHOOL: lowSchool,
};

CustomFunctions.associate(FUNCTIONS);
