export type Scheme = 'light' | 'dark';
export type ThemeChoice = Scheme | 'system';

/** What the reader chose. */
export const themeCookie = 'tiaoli-theme';
/** What the system had at the last visit, so that the first paint is right. */
export const schemeCookie = 'tiaoli-scheme';

export function themeChoiceOf(chosen: string | undefined): ThemeChoice {
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

export function schemeOf(choice: ThemeChoice, system: string | null | undefined): Scheme {
  if (choice !== 'system') return choice;
  return system === 'dark' ? 'dark' : 'light';
}
