import type { CaseFacts } from './case-facts.ts';

/** Id of the section of single people. */
export const CASES = 'cases';

/** A bar whose cases are looked for. */
export interface Behind {
  readonly kind: 'layer' | 'group';
  readonly name: string;
}

/** What the rows of a section are, whose cases can be found; undefined where none can. */
export function behindOf(section: string, name: string): Behind | undefined {
  switch (section) {
    case 'layers':
      return { kind: 'layer', name };
    case 'groups':
    case 'cities':
      return { kind: 'group', name };
    default:
      return undefined;
  }
}

/** Places of the cases that a bar is made of: whose layer pays something else, who belongs to the group. */
export function casesBehind(
  facts: readonly CaseFacts[],
  { kind, name }: Behind,
): readonly number[] {
  return facts.flatMap(({ layers, words }, at) =>
    (kind === 'layer' ? layers : words).includes(name) ? [at] : [],
  );
}
