export { ReadingSection } from "./ReadingSection";
export { TableDetails } from "./TableDetails";
