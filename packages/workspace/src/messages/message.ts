import type { MessageEntry } from '@tiaoli/base';

/** Ties the parameters of a message to its texts. */
export function message<Params = Record<never, never>>(
  entry: MessageEntry<Params>,
): MessageEntry<Params> {
  return entry;
}
