import type { Diagnostic } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

/** Parameters and groups that no open file mentions. */
export function checkUnusedNames({ scope, all }: CheckContext): readonly Diagnostic[] {
  const files = [...all.values()];
  return scope.own.all.flatMap(({ kind, name, alias, nodes }) => {
    if (kind !== 'parameter' && kind !== 'group') return [];
    const isUsed = files.some(
      ({ names: { mentioned } }) =>
        mentioned.has(name) || (alias !== undefined && mentioned.has(alias)),
    );
    return isUsed ? [] : [finding('unused-name', spanOf(nodes[0] as AstNode), { name })];
  });
}
