import type { Diagnostic } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { Constraint } from '../generated/ast.ts';
import { isMemberAccess, isNameReference } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

/** 约束 is about facts, which every case is held to, or about accumulators, of which it is proved; not about both. */
export function checkConstraints({ nodes, scope }: CheckContext): readonly Diagnostic[] {
  const kindsIn = (node: AstNode): readonly string[] => {
    const own = isMemberAccess(node) || isNameReference(node) ? scope.resolve(node).kind : '';
    if (ofState.has(own) || ofFacts.has(own)) return [own];
    return AstUtils.streamContents(node).flatMap(kindsIn).toArray();
  };
  const mixes = ({ condition }: Constraint): boolean => {
    const kinds = kindsIn(condition);
    return kinds.some((each) => ofState.has(each)) && kinds.some((each) => ofFacts.has(each));
  };
  return nodes('Constraint').flatMap((node) =>
    mixes(node) ? [finding('constraint-mixes-state', spanOf(node), {})] : [],
  );
}

const ofState: ReadonlySet<string> = new Set(['accumulator', 'layer-state', 'pool']);
const ofFacts: ReadonlySet<string> = new Set(['input', 'share-part', 'layer-result']);
