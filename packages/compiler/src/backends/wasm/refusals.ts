import type { Diagnostic } from '@tiaoli/base';
import type { Program } from '@tiaoli/ir';
import { finding } from '../../messages.ts';
import { MOST_MEMBERS, unlikeKeys, wideSets } from '../../passes/held-alike.ts';
import type { Emission } from './emission.ts';

/** What of the program the backend cannot hold; each once. */
export function refusals(
  program: Program,
  { analysis: { index }, scales }: Emission,
): readonly Diagnostic[] {
  return [
    ...wideSets(program, index).map(({ name, members, span }) =>
      finding('set-too-wide', { name, count: members.length, most: MOST_MEMBERS }, span),
    ),
    ...unlikeKeys(program, index, scales).map(({ name, origin }) =>
      finding('key-not-held', { name }, origin.span),
    ),
  ];
}
