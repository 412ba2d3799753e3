/** Registers the custom functions with Excel; loaded before everything else of the shared runtime. */
import { lowResult } from "./lowresult";
import { lowSchool } from "./lowschool";

/** Ids as in functions.json; a test holds the two against each other. */
export const FUNCTIONS = {
  LOWRESULT: lowResult,
  LOWSCHOOL: lowSchool,
};

// where office.js is blocked there is nothing to register with, and the page says so itself
if (typeof CustomFunctions !== "undefined") CustomFunctions.associate(FUNCTIONS);
