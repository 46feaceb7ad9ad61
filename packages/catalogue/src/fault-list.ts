import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import { report } from './messages.ts';

/** Faults that are worded; the others are counted. */
const MOST_FAULTS = 100;

/** Findings of one file: as many as somebody reads, and how many more there are. */
export interface FaultList {
  readonly add: (fault: () => Diagnostic) => void;
  readonly count: () => number;
  readonly list: () => readonly Diagnostic[];
}

export function createFaultList(path: string): FaultList {
  const found: Diagnostic[] = [];
  let count = 0;
  return {
    add: (fault) => {
      count += 1;
      if (count <= MOST_FAULTS) found.push(fault());
    },
    count: () => count,
    list: () => {
      if (count <= MOST_FAULTS) return found;
      const more = { count: count - MOST_FAULTS, most: MOST_FAULTS };
      return [...found, report('catalogue-more', more, found.at(-1)?.span ?? fileSpan(path))];
    },
  };
}
