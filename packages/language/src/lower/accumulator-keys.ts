import type { Expr } from '@tiaoli/ir';
import { definitionRef, inputRef, literal, text } from '@tiaoli/ir';
import type { Reference } from 'langium';
import type { Accumulator } from '../generated/ast.ts';
import type { DeclaredOf } from '../references/declared.ts';
import { keyField } from '../references/defining-entity.ts';
import { spanOf } from '../span-of.ts';
import type { Place } from './lower-context.ts';
import { refuse, scopeOf } from './lower-context.ts';

/** What tells the values of an accumulator apart (按 …): fields, definitions, or the records of an entity. */
export function accumulatorKeys(node: Accumulator, place: Place): readonly Expr[] {
  return node.keys.map((key) => lowerKey(key, node, place));
}

function lowerKey(key: Reference, node: Accumulator, place: Place): Expr {
  const found = scopeOf(node, place).resolveReference(key, node);
  switch (found.kind) {
    case 'input':
      return inputRef(found.declared.id);
    case 'definition':
      return definitionRef(found.declared.id);
    case 'entity':
      return recordKey(found.declared, node, place);
    default:
      return literal(text, '');
  }
}

function recordKey({ name }: DeclaredOf<'entity'>, node: Accumulator, place: Place): Expr {
  const field = keyField(name, scopeOf(node, place));
  if (field) return inputRef(field.id);
  return refuse(place, spanOf(node), {
    zh: `实体“${name}”没有文本字段，不能区分它的记录`,
    en: `the entity “${name}” has no text field to tell its records apart`,
  });
}
