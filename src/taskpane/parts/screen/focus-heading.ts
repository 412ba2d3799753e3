/** Puts the focus where the screen begins: what had it is about to go. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h2[tabindex="-1"]')?.focus();
}
