import type { Span } from '@tiaoli/base';

/** A JSON value with its place, so that a finding about a case can point into the file. */
export type JsonNode =
  | JsonObject
  | JsonArray
  | { readonly kind: 'string'; readonly value: string; readonly span: Span }
  /** The digits as written: a number never passes through floating point. */
  | { readonly kind: 'number'; readonly text: string; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'null'; readonly span: Span };

export interface JsonObject {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
  readonly span: Span;
}

export interface JsonMember {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: JsonNode;
}

export interface JsonArray {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
  readonly span: Span;
}
