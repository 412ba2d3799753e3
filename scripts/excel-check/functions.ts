import { associateFunctions } from "./scenario";

associateFunctions();
