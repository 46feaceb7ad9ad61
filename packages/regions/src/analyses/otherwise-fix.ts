import type { Fix } from '@tiaoli/base';
import { behind, fixOf } from '@tiaoli/base';
import type { Definition } from '@tiaoli/ir';
import type { Frame } from './frame.ts';
import { readersOf } from './frame.ts';

/** 其余：不适用, behind the last case; where others reckon with the value they would be refused, so nothing is offered. */
export function otherwiseFix({ id, origin }: Definition, { program }: Frame): readonly Fix[] {
  const rule = program.declarations.find((each) => each.id === origin.declaration);
  const last = rule?.kind === 'rule' ? rule.cases.at(-1) : undefined;
  if (!last) return [];
  const readers = readersOf(program).get(id) ?? [];
  const isPassedOn = (reader: string): boolean =>
    program.definitions.find((each) => each.id === reader)?.body.kind === 'definition';
  return readers.every(isPassedOn) ? [fixOf(behind('；其余：不适用'), last.span)] : [];
}
