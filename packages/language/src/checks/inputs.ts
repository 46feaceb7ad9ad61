import type { Diagnostic } from '@tiaoli/base';
import { compare } from '@tiaoli/base';
import type { Input } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import { numericLiteral, typeOfUse } from '../types/type-use.ts';
import type { CheckContext } from './check.ts';
import { swap, withFixes } from './fixes.ts';

/** Inputs say between what they lie, and their defaults lie there too. */
export function checkInputs(context: CheckContext): readonly Diagnostic[] {
  return context.nodes('Input').flatMap((input) => checkInput(input, context));
}

function checkInput(input: Input, { scope }: CheckContext): readonly Diagnostic[] {
  const { name, type: use } = input;
  const low = use?.low && numericLiteral(use.low);
  const high = use?.high && numericLiteral(use.high);
  if (!low || !high) {
    const { kind } = typeOfUse(use, scope);
    const isAmount =
      kind === 'money' || kind === 'integer' || kind === 'rate' || kind === 'decimal';
    return isAmount ? [finding('missing-domain', spanOf(input), { name })] : [];
  }
  if (compare(low, high) > 0) {
    const found = finding('domain-order', spanOf(input), {});
    return [withFixes(found, [swap(use?.low, use?.high)])];
  }
  const value = input.default && numericLiteral(input.default);
  const isOutside = value && (compare(value, low) < 0 || compare(value, high) > 0);
  if (!isOutside) return [];
  return [
    finding('default-outside-domain', spanOf(input), {
      name,
      low: use.low?.$cstNode?.text ?? '',
      high: use.high?.$cstNode?.text ?? '',
    }),
  ];
}
