import type { Diagnostic } from '@tiaoli/base';
import type { Expression } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import { presenceTest } from '../types/presence.ts';
import type { CheckContext } from './check.ts';

/** Places that cannot take 不适用. A 基数, 层序, 有, 视为0, a definition’s whole value and expectations can. */
const strictPlaces: ReadonlySet<string> = new Set([
  'Allocation',
  'Argument',
  'Band',
  'BetweenTest',
  'Binary',
  'CapPool',
  'Comparison',
  'Conjunction',
  'CostLimitSlot',
  'DeductibleSlot',
  'Disjunction',
  'FlatRate',
  'GuaranteeSlot',
  'Limit',
  'MembershipTest',
  'Negative',
  'Not',
  'PeriodCap',
  'PersonShareSlot',
  'RelationTest',
  'Scale',
  'WatchCase',
  'Share',
  'Shift',
]);

/** 不适用 is no amount: where one is calculated with, the rule says what 不适用 means there. */
export function checkOptionalOperands({ scope, nodes }: CheckContext): readonly Diagnostic[] {
  const values: readonly Expression[] = [
    ...nodes('NameReference'),
    ...nodes('MemberAccess'),
    ...nodes('IndexAccess'),
    ...nodes('Guarded'),
  ];
  return values.flatMap((value) => {
    const { $container } = value;
    if (presenceTest($container as Expression)) return [];
    if (!strictPlaces.has($container.$type) || !scope.typeOf(value).optional) return [];
    // A claim to which a layer did not apply adds nothing to a window.
    if ($container.$type === 'Argument' && $container.window !== undefined) return [];
    return [finding('optional-operand', spanOf(value), { name: value.$cstNode?.text ?? '' })];
  });
}
