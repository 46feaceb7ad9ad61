import type { Diagnostic } from '@tiaoli/base';
import type { Expression } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import type { LayerResultName } from '../references/predefined.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

/** Residues of earlier layers that 余额 and 政策内余额 already hold. */
const residues: ReadonlySet<LayerResultName> = new Set([
  '限外前',
  '起付',
  '限外后',
  '限外',
  '比例自付',
  '起付自担',
  '超封顶',
  '封顶外费用',
]);

/** An amount enters a 基数 along one path: once, and not both alone and inside a remainder. */
export function checkBases({ nodes, scope }: CheckContext): readonly Diagnostic[] {
  return nodes('BaseSlot').flatMap(({ items }) => {
    const parts = items.flatMap(summands);
    const remainder = parts.find((part) => isRemainder(part, scope));
    const inRemainder = parts.filter(
      (part) => part !== remainder && remainder && isHeldBy(part, remainder, scope),
    );
    const seen = new Map<string, Expression>();
    const again = parts.filter((part) => {
      const text = textOf(part);
      const known = seen.has(text);
      seen.set(text, part);
      return known && !inRemainder.includes(part);
    });
    return [
      ...inRemainder.map((part) => double(part, remainder ?? part)),
      ...again.map((part) => double(part, part)),
    ];
  });
}

function double(part: Expression, other: Expression): Diagnostic {
  return finding('double-count', spanOf(part), { name: textOf(part), other: textOf(other) });
}

function summands(value: Expression): readonly Expression[] {
  return value.$type === 'Binary' && value.operator === '+'
    ? [...summands(value.left), ...summands(value.right)]
    : [value];
}

function isRemainder(part: Expression, scope: DocumentScope): boolean {
  const resolution = scope.resolve(part);
  return (
    resolution.kind === 'waterfall-name' ||
    (resolution.kind === 'layer-result' &&
      (resolution.result === '余额' || resolution.result === '政策内余额'))
  );
}

function isHeldBy(part: Expression, remainder: Expression, scope: DocumentScope): boolean {
  if (isRemainder(part, scope)) return true;
  const resolution = scope.resolve(part);
  if (resolution.kind === 'layer-result') return residues.has(resolution.result);
  // 余额 begins with the whole total, so that it also holds what was never in the policy.
  const whole = scope.resolve(remainder);
  const isTotal =
    (whole.kind === 'waterfall-name' && whole.name !== '政策内余额') ||
    (whole.kind === 'layer-result' && whole.result === '余额');
  return isTotal && resolution.kind === 'share-part';
}

function textOf(node: Expression): string {
  return node.$cstNode?.text ?? '';
}
