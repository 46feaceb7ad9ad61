import type { CaseChange } from '@tiaoli/simulation';

/** By what a case is found. */
export interface CaseFacts {
  /** Words of the case: who the person is, where they were. */
  readonly words: readonly string[];
  /** Layers that pay something else. */
  readonly layers: readonly string[];
}

export function caseFacts({ case: input, name, layers }: CaseChange): CaseFacts {
  const changed = layers.filter(({ baseline, reform }) => baseline !== reform);
  return {
    words: [...new Set([...wordsOf(input), ...name.split(/[ ，、·]+/)])],
    layers: changed.map(({ layer }) => layer),
  };
}

/** Every text of a case, whatever it stands under. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsOf);
}
