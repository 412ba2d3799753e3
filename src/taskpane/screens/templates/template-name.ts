/** Marks of sheets keep the name inside an Excel constant of at most 255 characters; a sheet shows less still. */
export const LONGEST_NAME = 60;

/** The name as typed, without spaces around; null where it cannot name a template. */
export function readName(typed: string): string | null {
  const name = typed.trim().replace(/\s+/g, " ");
  return name === "" || name.length > LONGEST_NAME ? null : name;
}
