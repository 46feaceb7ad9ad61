import type { DifferenceState, Direction } from '@tiaoli/diff';

/** The sign of a state: what changed is told by where it goes. Colour never says more than the sign and its word. */
export function signOf(state: DifferenceState, direction: Direction): string {
  switch (state) {
    case 'same-form':
    case 'same-proved':
      return '=';
    case 'rounding':
      return '≈';
    case 'applicability':
      return '◐';
    case 'one-sided':
      return '◧';
    case 'undecided':
      return '?';
    default:
      return directions[direction];
  }
}

const directions: Readonly<Record<Direction, string>> = {
  more: '▲',
  less: '▼',
  both: '◆',
  none: '=',
  unknown: '?',
};

export type Look = 'same' | 'more' | 'less' | 'both' | 'open';

/** By which a place is coloured. */
export function lookOf(state: DifferenceState, direction: Direction): Look {
  if (state === 'same-form' || state === 'same-proved') return 'same';
  if (state === 'undecided' || state === 'one-sided' || state === 'applicability') return 'open';
  if (direction === 'unknown') return 'open';
  return direction === 'none' ? 'same' : direction;
}

/** Which messages say where a result goes: days come earlier or later. */
export function directionWords(isDate: boolean): 'direction' | 'dateDirection' {
  return isDate ? 'dateDirection' : 'direction';
}
