import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import { isDetermination, isEntity, isForEachSlot } from '../generated/ast.ts';
import type { Declared } from './declared.ts';
import type { DocumentScope } from './document-scope.ts';

/**
 * The values that `name` can mean at `node`, the likeliest first.
 *
 * A rule sees its own entity, then the ones above it. At the top level the event (结算) is taken as its entity; names of
 * other entities come last: they make the rule one of theirs.
 */
export function visibleValues(
  name: string,
  node: AstNode,
  scope: DocumentScope,
): readonly Declared[] {
  const candidates = scope.lookup(name, 'value');
  if (candidates.length < 2) return candidates;
  const chain = entityChain(node, scope);
  const rank = (declared: Declared): number => {
    if (declared.entity === undefined) return 0;
    const index = chain.indexOf(declared.entity);
    return index === -1 ? Number.POSITIVE_INFINITY : index;
  };
  const document = new Map(
    candidates.map((each, index) => [each, documentIndex(each, scope, index)]),
  );
  return candidates.toSorted((left, right) => {
    const [leftRank, rightRank] = [rank(left), rank(right)];
    const [leftSeen, rightSeen] = [Number.isFinite(leftRank), Number.isFinite(rightRank)];
    if (leftSeen !== rightSeen) return leftSeen ? -1 : 1;
    const distance = (document.get(left) ?? 0) - (document.get(right) ?? 0);
    return distance !== 0 || !leftSeen ? distance : leftRank - rightRank;
  });
}

/**
 * The entities whose records belong to the record that the rule around `node` is about: a 结算 has many 明细, so a name of
 * theirs alone says nothing there.
 */
export function isBelow(declared: Declared, node: AstNode, scope: DocumentScope): boolean {
  const chain = entityChain(node, scope);
  const [own] = chain;
  const { entity } = declared;
  if (own === undefined || entity === undefined) return false;
  if (scope.entitiesAbove(entity).includes(own)) return true;
  return isListed(entity, scope) && !chain.includes(entity);
}

/** 至多: its records stand as a list in a record of the entity above. */
function isListed(entity: string, scope: DocumentScope): boolean {
  return scope
    .lookup(entity, 'entity')
    .some((each) => each.kind === 'entity' && each.nodes.some(({ most }) => most !== undefined));
}

/** The field `name` of an entity; names at the top level count as fields of any. */
export function fieldOf(entity: string, name: string, scope: DocumentScope): Declared | undefined {
  const candidates = scope.lookup(name, 'value');
  return (
    candidates.find((each) => each.entity === entity) ??
    candidates.find((each) => each.entity === undefined)
  );
}

/** The entity of the rule that holds `node`, and those above it. */
export function entityChain(node: AstNode, scope: DocumentScope): readonly string[] {
  const entity =
    AstUtils.getContainerOfType(node, isEntity)?.name ??
    entityOfDefault(node, scope) ??
    scope.eventEntity;
  const chain = entity === undefined ? [] : [entity, ...scope.entitiesAbove(entity)];
  const records = AstUtils.getContainerOfType(node, isForEachSlot)?.records?.$refText;
  // Inside 逐个 a name is first one of the record at hand.
  return records === undefined ? chain : [records, ...scope.entitiesAbove(records), ...chain];
}

/** 确定 x 缺省 e: the rule is about the records that have the input x. */
function entityOfDefault(node: AstNode, scope: DocumentScope): string | undefined {
  const determination = AstUtils.getContainerOfType(node, isDetermination);
  if (!determination?.default) return undefined;
  const found = scope.lookup(determination.target.$refText, 'value');
  return found.find(({ kind }) => kind === 'input')?.entity;
}

function documentIndex(declared: Declared, scope: DocumentScope, fallback: number): number {
  if (declared.document === scope.own.document) return -1;
  const index = scope.basis.findIndex(({ document }) => document === declared.document);
  return index === -1 ? fallback : index;
}
