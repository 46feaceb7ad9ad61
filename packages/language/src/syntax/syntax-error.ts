import type { MessageEntry } from '@tiaoli/base';

/** What the scanner, the guard and the parser find is always an error: the statement is left out. */
export function error<P = Record<string, never>>(
  entry: Omit<MessageEntry<P>, 'severity'>,
): MessageEntry<P> {
  return { severity: 'error', ...entry };
}
