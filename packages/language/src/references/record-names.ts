import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { Cell, IndexAccess, MemberAccess, NameReference } from '../generated/ast.ts';
import { isCell, isExpectation, isFact, isGridRow, isStateValue } from '../generated/ast.ts';
import type { DeclaredOf } from './declared.ts';
import { keyField } from './defining-entity.ts';
import type { DocumentScope } from './document-scope.ts';
import type { AccumulatorResolution, Resolution } from './resolution.ts';
import { cellName, headerRow } from './table-header.ts';
import { enclosingTable, entityOfUse } from './table-shape.ts';
import { fieldOf } from './visible-values.ts';

/**
 * A name that an example gives to a record without declaring it: `配偶.个人账户余额 = 1000元`, `出资人：配偶`, and 配偶 in
 * the column 出资人. Undefined for every other name.
 */
export function resolveRecordName(
  node: NameReference,
  scope: DocumentScope,
): Resolution | undefined {
  const isName = namesOwner(node, scope) || isGivenTo(node, scope) || isInColumn(node, scope);
  return isName ? { kind: 'record-name', name: node.target.$refText } : undefined;
}

/** `配偶.个人账户余额` in 之前, 期望 and 之后. */
function namesOwner(node: NameReference, scope: DocumentScope): boolean {
  const access = node.$container;
  if (access.$type !== 'MemberAccess' || !isStatePath(access)) return false;
  const name = (access as MemberAccess).member;
  return name !== undefined && keyedByEntity(name, undefined, scope) !== undefined;
}

function isStatePath(access: AstNode): boolean {
  const { $container } = access;
  if ($container?.$type === 'MemberAccess') return isStatePath($container);
  const isTarget = access.$containerProperty === 'target';
  return isTarget && (isStateValue($container) || isExpectation($container));
}

/** The value of a field whose type is an entity. */
function isGivenTo(node: NameReference, scope: DocumentScope): boolean {
  const fact = node.$container;
  if (!isFact(fact)) return false;
  const field = scope.resolveReference(fact.field, fact);
  return field.kind === 'input' && isRecordField(field.declared, scope);
}

/** A cell under the heading of such a field. */
function isInColumn(node: NameReference, scope: DocumentScope): boolean {
  const cell: Cell | undefined = AstUtils.getContainerOfType(node, isCell);
  const row = cell && AstUtils.getContainerOfType(cell, isGridRow);
  const table = row && enclosingTable(row);
  if (!row || table?.$type !== 'ChildRecords') return false;
  const header = headerRow(table.rows);
  const heading = header?.cells[row.cells.indexOf(cell)];
  const name = heading && header !== row ? cellName(heading) : undefined;
  const field = name === undefined ? undefined : fieldOf(table.entity.$refText, name, scope);
  return field?.kind === 'input' && isRecordField(field, scope);
}

/** A field that names a record: its type is an entity, or it tells the records of its own entity apart (成员). */
function isRecordField({ id, entity, nodes }: DeclaredOf<'input'>, scope: DocumentScope): boolean {
  if (entityOfUse(nodes[0].type, scope) !== undefined) return true;
  return entity !== undefined && keyField(entity, scope)?.id === id;
}

/** The accumulator `name` that has the records of an entity among its keys (of `entity`, where one is given). */
export function keyedByEntity(
  name: string,
  entity: string | undefined,
  scope: DocumentScope,
): { readonly declared: DeclaredOf<'accumulator'>; readonly at: number } | undefined {
  for (const declared of scope.lookup(name, 'value')) {
    if (declared.kind !== 'accumulator') continue;
    const [node] = declared.nodes;
    const at = (node.keys ?? []).findIndex((key) => {
      const found = scope.home(node).resolveReference(key, node);
      return found.kind === 'entity' && (entity === undefined || found.declared.name === entity);
    });
    if (at !== -1) return { declared, at };
  }
  return undefined;
}

/**
 * `出资人.个人账户余额`: the value that an accumulator keyed by the person has for the one whom the field names;
 * `出资人.险种`: a fact about that person.
 */
export function ofOwner(
  of: Resolution,
  node: MemberAccess,
  scope: DocumentScope,
): Resolution | undefined {
  const entity =
    of.kind === 'input' ? entityOfUse(of.declared.nodes[0].type, scope)?.name : undefined;
  if (of.kind !== 'record-name' && entity === undefined) return undefined;
  const found = keyedByEntity(node.member, entity, scope);
  if (!found) return entity === undefined ? undefined : factOfOwner(entity, node, scope);
  const keys = new Map([[found.at, node.of]]);
  return { kind: 'accumulator', declared: found.declared, moment: 'before', keys };
}

function factOfOwner(
  entity: string,
  node: MemberAccess,
  scope: DocumentScope,
): Resolution | undefined {
  const field = fieldOf(entity, node.member, scope);
  const isOwn = field?.kind === 'input' && field.entity === entity;
  return isOwn ? { kind: 'input', declared: field, owner: node.of } : undefined;
}

/** `限额已用[糖尿病]`: as many keys as the accumulator has, in their order. */
export function withKeys(of: AccumulatorResolution, node: IndexAccess): Resolution {
  const { nodes, name } = of.declared;
  if (nodes[0].keys.length === node.indexes.length) {
    return { ...of, keys: new Map(node.indexes.entries()) };
  }
  const text = node.indexes.map(({ $cstNode }) => $cstNode?.text ?? '').join('、');
  return { kind: 'unresolved', name: text, reason: 'part', within: name };
}
