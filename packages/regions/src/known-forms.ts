import type { Bounds } from './integers.ts';
import type { Form } from './linear-form.ts';
import { contentOf } from './linear-form.ts';

/** What is known of forms of several terms in all of the declared domains, beyond what the ranges of the terms say. */
export interface KnownForms {
  /** The least value of a form, by its direction: without constant and common factor. */
  readonly lows: Map<string, bigint>;
  /** Integer forms that are never below zero, by each of their terms. */
  readonly byTerm: Map<number, Form[]>;
}

export function noKnownForms(): KnownForms {
  return { lows: new Map(), byTerm: new Map() };
}

/** Takes down that an integer form is never below zero. */
export function addKnownForm({ lows, byTerm }: KnownForms, form: Form): void {
  const content = contentOf(form);
  const key = directionOf(form, content);
  // content × direction ≥ −constant.
  const low = -(form.constant / content);
  const known = lows.get(key);
  if (known !== undefined && known >= low) return;
  lows.set(key, low);
  for (const id of form.ids) byTerm.set(id, [...(byTerm.get(id) ?? []), form]);
}

/** What is known of the numerator of a form as a whole. */
export function knownBounds({ lows }: KnownForms, form: Form): Bounds {
  if (lows.size === 0 || form.ids.length < 2) return {};
  const content = contentOf(form);
  const low = lows.get(directionOf(form, content));
  const high = lows.get(directionOf(form, -content));
  return {
    ...(low !== undefined && { low: low * content + form.constant }),
    ...(high !== undefined && { high: form.constant - high * content }),
  };
}

function directionOf({ ids, coefficients }: Form, content: bigint): string {
  let key = '';
  for (const [at, id] of ids.entries()) key += `${id}*${(coefficients[at] ?? 0n) / content},`;
  return key;
}
