/**
 * A sheet's name as Excel itself writes it in a formula: quoted only where it must be, so that a formula reads back as
 * it was written.
 * @example sheetRef("Контроль") // "Контроль!"
 * @example sheetRef("Дорожная карта") // "'Дорожная карта'!"
 */
export function sheetRef(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name);
  const likeCell = /^[a-z]{1,3}\d+$/i.test(name) || /^[rc]\d*(?:[rc]\d*)?$/i.test(name);
  return plain && !likeCell ? `${name}!` : `'${name.replaceAll("'", "''")}'!`;
}
