/** Registers the custom functions with Excel; loaded before everything else of the shared runtime. */
import { deadline } from "./deadline";
import { deadlineStatus } from "./deadlinestatus";
import { failShare } from "./failshare";
import { indicator } from "./indicator";
import { journalGap } from "./journalgap";
import { lowResult } from "./lowresult";
import { lowSchool } from "./lowschool";
import { lowSchools } from "./lowschools";
import { measures } from "./measures";
import { sameSchool } from "./sameschool";
import { schoolKey } from "./schoolkey";
import { trend } from "./trend";
import { whyLow } from "./whylow";

/** Ids as in functions.json; a test holds the two against each other. */
export const FUNCTIONS = {
  LOWRESULT: lowResult,
  LOWSCHOOL: lowSchool,
  LOWSCHOOLS: lowSchools,
  FAILSHARE: failShare,
  WHYLOW: whyLow,
  SCHOOLKEY: schoolKey,
  SAMESCHOOL: sameSchool,
  DEADLINE: deadline,
  DEADLINESTATUS: deadlineStatus,
  MEASURES: measures,
  INDICATOR: indicator,
  TREND: trend,
  JOURNALGAP: journalGap,
};

// where office.js is blocked there is nothing to register with, and the page says so itself
if (typeof CustomFunctions !== "undefined") CustomFunctions.associate(FUNCTIONS);
