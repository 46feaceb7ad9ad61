import type { Diagnostic } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { finding } from '../messages.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import { spanOf } from '../span-of.ts';
import { resolvedType } from '../types/declared-type.ts';
import type { LanguageType } from '../types/language-type.ts';
import type { CheckContext } from './check.ts';

/** 单调 is said of a number, by a fact whose next higher value is known. */
export function checkMonotonies({ nodes, scope }: CheckContext): readonly Diagnostic[] {
  return nodes('Monotony').flatMap(({ value, key }) => {
    const field = scope.resolveReference(key);
    const by = field.kind === 'input' ? resolvedType(field, scope).type : undefined;
    const hasNumber = numbers.has(scope.typeOf(value).type.kind);
    return [
      ...(hasNumber ? [] : [notOrdered(value)]),
      ...(by === undefined || hasSteps(by, scope) ? [] : [notOrdered(value, key.$refText)]),
    ];
  });
}

const numbers: ReadonlySet<LanguageType['kind']> = new Set([
  'money',
  'rate',
  'integer',
  'decimal',
  'unit-price',
  'unknown',
]);

function hasSteps(type: LanguageType, scope: DocumentScope): boolean {
  if (type.kind !== 'enumeration') return type.kind === 'integer' || type.kind === 'money';
  return scope.enumeration(type.enumeration)?.nodes.some(({ ordered }) => ordered) ?? true;
}

function notOrdered(value: AstNode, field?: string): Diagnostic {
  const name = field ?? value.$cstNode?.text ?? '';
  return finding('monotony-not-ordered', spanOf(value), { name });
}
