import type { Entity, Input, TypeUse } from '../generated/ast.ts';
import type { DeclaredOf } from './declared.ts';
import type { DocumentScope } from './document-scope.ts';
import { canonicalName, typeNames } from './predefined.ts';

/** True for the block that says what an entity is, as against one that only adds fields to it. */
export function isDefining({ parent, keys, period, most }: Entity): boolean {
  return parent !== undefined || keys.length > 0 || period !== undefined || most !== undefined;
}

/** What tells the records of an entity apart: the first text field of its own declaration (of 参保人 the 成员). */
export function keyField(entity: string, scope: DocumentScope): DeclaredOf<'input'> | undefined {
  const declared = scope.lookup(entity, 'entity').filter((each) => each.kind === 'entity');
  const own = declared.find(({ nodes }) => nodes.some(isDefining)) ?? declared.at(-1);
  const fields = own?.nodes.flatMap((each) => each.fields) ?? [];
  const first = fields.find((each): each is Input => each.$type === 'Input' && isText(each.type));
  return scope
    .declarations('input')
    .find((each) => each.document === own?.document && first && each.nodes.includes(first));
}

function isText(use: TypeUse | undefined): boolean {
  return !use?.set && canonicalName(typeNames, use?.base?.$refText ?? '') === '文本';
}
