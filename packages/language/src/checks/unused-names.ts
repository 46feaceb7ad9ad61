import type { Diagnostic } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { finding } from '../messages.ts';
import type { Declared } from '../references/declared.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

/** Parameters and groups that no open file mentions. */
export function checkUnusedNames({ scope, all }: CheckContext): readonly Diagnostic[] {
  const { own } = scope;
  const isIn = (mentioned: ReadonlySet<string>, { name, alias }: Declared): boolean =>
    mentioned.has(name) || (alias !== undefined && mentioned.has(alias));
  return own.all
    .filter(({ kind }) => kind === 'parameter' || kind === 'group')
    .filter((each) => !isIn(own.mentioned, each))
    .filter((each) => ![...all.values()].some(({ names }) => isIn(names.mentioned, each)))
    .map(({ name, nodes: [node] }) => finding('unused-name', spanOf(node as AstNode), { name }));
}
