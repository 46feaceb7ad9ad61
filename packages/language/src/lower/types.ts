import type { ValueType } from '@tiaoli/ir';
import type { TypeUse } from '../generated/ast.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import type { TypeName } from '../references/predefined.ts';
import type { Place } from './lower-context.ts';
import { scopeOf } from './lower-context.ts';

const KINDS: Readonly<Partial<Record<TypeName, ValueType>>> = {
  金额: { kind: 'money' },
  单价: { kind: 'unit-price' },
  比例: { kind: 'rate' },
  整数: { kind: 'integer' },
  数: { kind: 'decimal' },
  日期: { kind: 'date' },
  布尔: { kind: 'boolean' },
  文本: { kind: 'text' },
  时长: { kind: 'integer' },
};

/** The type that a TypeUse names; undefined for one that the calculators do not have (sets of numbers). */
export function lowerType(use: TypeUse, place: Place): ValueType | undefined {
  return typeOfUse(use, scopeOf(use, place));
}

/** The same, as the document of `scope` or one below it writes it. A row of a catalogue is named by its key. */
export function typeOfUse(use: TypeUse, scope: DocumentScope): ValueType | undefined {
  const base = scope.resolveReference(use.base, use);
  if (base.kind === 'catalogue') return use.set ? undefined : { kind: 'text' };
  if (base.kind === 'enumeration') {
    const enumeration = base.declared.id;
    return use.set ? { kind: 'set', enumeration } : { kind: 'enumeration', enumeration };
  }
  if (base.kind === 'entity' && !use.set) return { kind: 'text' };
  if (base.kind !== 'type' || use.set) return undefined;
  if (base.name === '金额' && use.per !== undefined) return { kind: 'unit-price' };
  return KINDS[base.name];
}
