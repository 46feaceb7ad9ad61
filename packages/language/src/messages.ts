import type { Diagnostic, MessageEntry, RelatedSpan, Span } from '@tiaoli/base';
import { diagnosticOf } from '@tiaoli/base';
import { amountMessages } from './messages/amount-messages.ts';
import { catalogueMessages } from './messages/catalogue-messages.ts';
import { documentMessages } from './messages/document-messages.ts';
import { layerMessages } from './messages/layer-messages.ts';
import { loweringMessages } from './messages/lowering-messages.ts';
import { nameMessages } from './messages/name-messages.ts';
import { otherMessages } from './messages/other-messages.ts';
import { serviceMessages } from './messages/service-messages.ts';
import { stockMessages } from './messages/stock-messages.ts';
import { tableMessages } from './messages/table-messages.ts';
import { typeMessages } from './messages/type-messages.ts';
import { watchlistMessages } from './messages/watchlist-messages.ts';
import { syntaxMessages } from './syntax/messages.ts';

/** What the checks of this package say, by code. */
const checkMessages = {
  ...amountMessages,
  ...catalogueMessages,
  ...documentMessages,
  ...layerMessages,
  ...stockMessages,
  ...nameMessages,
  ...otherMessages,
  ...serviceMessages,
  ...tableMessages,
  ...typeMessages,
  ...watchlistMessages,
};

/** Every message of the package, by code: of the surface, of the checks and of lowering. */
export const languageMessages = { ...syntaxMessages, ...checkMessages, ...loweringMessages };

export type CheckCode = keyof typeof checkMessages;

type Params<Code extends CheckCode> =
  (typeof checkMessages)[Code] extends MessageEntry<infer P> ? P : never;

/** The finding of `code` at `span`; `related` are the other places that it is about. */
export function finding<Code extends CheckCode>(
  code: Code,
  span: Span,
  params: Params<Code>,
  related: readonly RelatedSpan[] = [],
): Diagnostic {
  const entry = checkMessages[code] as unknown as MessageEntry<Params<Code>>;
  return diagnosticOf(code, entry, { params, span, related });
}

/** A place that a finding is about, besides its own. */
export function related(span: Span, zh: string, en: string): RelatedSpan {
  return { message: { zh, en }, span };
}
