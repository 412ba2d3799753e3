/** The language of the Office that the page stands for: Russian, or what its address asks for, «?lang=en-US». */
export const displayLanguage = (): string =>
  new URLSearchParams(window.location.search).get("lang") ?? "ru-RU";
