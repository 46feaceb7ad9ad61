import type { Value } from './values.ts';

/** The value that an accumulator had after the last claim that wrote it, and of which period it is. */
export interface Stored {
  /** Year, month or day number; the key of the visit or stay; `'ever'`. */
  readonly instance: string | number;
  readonly value: Value;
}

/** Accumulators by name, then by the text of their keys (按 …; empty for those without). */
export type State = ReadonlyMap<string, ReadonlyMap<string, Stored>>;

export const emptyState: State = new Map();

/** `state` with one accumulator written. */
export function withStored(
  state: State,
  { name, key }: { readonly name: string; readonly key: string },
  stored: Stored,
): State {
  return new Map([...state, [name, new Map([...(state.get(name) ?? []), [key, stored]])]]);
}
