import type { MessageEntry, Severity } from '@tiaoli/base';

type Body<P> = Omit<MessageEntry<P>, 'severity'>;

function entry<P>(severity: Severity, body: Body<P>): MessageEntry<P> {
  return { severity, ...body };
}

/** What is meant is unclear or wrong: the document is not lowered. */
export function error<P = object>(body: Body<P>): MessageEntry<P> {
  return entry('error', body);
}

/** What is meant is clear, and probably not wanted. */
export function warning<P = object>(body: Body<P>): MessageEntry<P> {
  return entry('warning', body);
}

/** Nothing is wrong; something could be tidier. */
export function info<P = object>(body: Body<P>): MessageEntry<P> {
  return entry('info', body);
}
