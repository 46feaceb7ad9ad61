import type { Fix } from './diagnostic.ts';
import type { Span } from './span.ts';

/** What a hint says, made exact: a text in place of that of the finding, before it or behind it. */
export interface Remedy {
  readonly at: 'instead' | 'before' | 'behind';
  readonly text: string;
}

export function instead(text: string): Remedy {
  return { at: 'instead', text };
}

export function before(text: string): Remedy {
  return { at: 'before', text };
}

export function behind(text: string): Remedy {
  return { at: 'behind', text };
}

/** What is there is deleted. */
export const without: Remedy = instead('');

/** The remedy at the place of the finding. */
export function fixOf({ at, text }: Remedy, { file, start, end }: Span): Fix {
  const words = text.replace(/^[；\s]+|[；\s]+$/g, '');
  const shown = words === '' ? text.trim() : words;
  const verb = at === 'instead' ? { zh: '改为', en: 'write' } : { zh: '加上', en: 'add' };
  const title =
    text === ''
      ? { zh: '删去', en: 'delete it' }
      : { zh: `${verb.zh} ${shown}`, en: `${verb.en} ${shown}` };
  const from = at === 'behind' ? end : start;
  const to = at === 'before' ? start : end;
  return { title, edits: [{ span: { file, start: from, end: to }, text }] };
}
