import type { Diagnostic } from '@tiaoli/base';
import type { Expression } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

/** A table that is looked up has a key for each dimension: a field of its name, an index, or the member at hand. */
export function checkTableLookups({ nodes, scope }: CheckContext): readonly Diagnostic[] {
  const paths: readonly Expression[] = [
    ...nodes('NameReference'),
    ...nodes('MemberAccess'),
    ...nodes('IndexAccess'),
  ];
  return paths.filter(isWhole).flatMap((path) => {
    const resolution = scope.resolve(path);
    if (resolution.kind !== 'parameter') return [];
    return resolution.keys.flatMap((key) => {
      if (key.kind !== 'missing' || key.dimension.$type !== 'FieldDimension') return [];
      const name = key.dimension.field.$refText;
      return [finding('dimension-without-value', spanOf(path), { name })];
    });
  });
}

/** `t` of `t.column[key]` is no lookup yet; the name in a key or a value of a table is. */
function isWhole(path: Expression): boolean {
  const { $type } = path.$container;
  return path.$containerProperty !== 'of' || ($type !== 'MemberAccess' && $type !== 'IndexAccess');
}
