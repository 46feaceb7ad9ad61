import type { Expr, ShareDeclaration } from '@tiaoli/ir';
import { minimum, minus, money, positivePart, roundTo } from '@tiaoli/ir';
import type { Allocation, Share } from '../generated/ast.ts';
import type { DeclaredOf } from '../references/declared.ts';
import { spanOf } from '../span-of.ts';
import { documentRounding } from './document-fields.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import type { GraphOwner } from './graph.ts';
import { define } from './graph.ts';
import { declarationBase, withLimits } from './statement.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeFor } from './statement-place.ts';

/** A part that 修改 分担 inserts behind another. */
export interface InsertedShare {
  readonly after: string;
  readonly share: Share;
  readonly statement: StatementPlace;
}

/**
 * 分担: each part takes what its value says of what is left, the last takes the rest (reference 1.1), so that the parts
 * add up to the whole by construction.
 */
export function lowerAllocation(
  node: Allocation,
  statement: StatementPlace,
  entity: string,
  inserted: readonly InsertedShare[],
): void {
  const place = placeFor(statement);
  const { context, document } = statement;
  const title = node.whole.$cstNode?.text ?? '';
  const id = `${document.id}/分担 ${title}`;
  const base = declarationBase(node, { id, name: `分担 ${title}` }, place);
  const owner: GraphOwner = {
    declaration: id,
    entity,
    span: base.span,
    ...(base.clause && { clause: base.clause }),
  };
  const whole = lowerExpression(node.whole, { ...place, zeroForAbsent: true });
  const parts = withInserted(node.shares, statement, inserted);
  const declared: ShareDeclaration['parts'][number][] = [];
  let left = whole;
  for (const { share, statement: own } of parts) {
    const inside = { ...placeFor(own), share: { whole, left } };
    const body = share.rest ? left : partOf(share, left, inside, own);
    const part = partName(share, own);
    const value = define(context.graph, owner, {
      id: part.id,
      name: share.name,
      type: money,
      body,
      visibility: 'result',
      span: spanOf(share),
    });
    declared.push({ name: share.name, definition: part.id, span: spanOf(share) });
    left = share.rest ? left : rest(context.graph, owner, `${part.id}:余`, minus(left, value));
  }
  context.declarations.push({ ...base, kind: 'share', entity, whole, parts: declared });
}

function rest(
  graph: StatementPlace['context']['graph'],
  owner: GraphOwner,
  id: string,
  body: Expr,
): Expr {
  return define(graph, owner, { id, name: '余', type: money, body });
}

/** clamp(R(e), 0, what is left). */
function partOf(
  share: Share,
  left: Expr,
  place: ReturnType<typeof placeFor>,
  { document }: StatementPlace,
): Expr {
  if (!share.value) return left;
  const exact = lowerExpression(share.value, place, money);
  const value =
    share.rounding === undefined
      ? roundTo(withLimits(exact, share, place), documentRounding(document))
      : withLimits(exact, share, place);
  return minimum(left, positivePart(value));
}

function partName(share: Share, { document }: StatementPlace): { readonly id: string } {
  const found = document.scope
    .declarations('share-part')
    .find((declared): declared is DeclaredOf<'share-part'> => declared.nodes.includes(share));
  return { id: found?.id ?? `${document.id}/${share.name}` };
}

function withInserted(
  shares: readonly Share[],
  statement: StatementPlace,
  inserted: readonly InsertedShare[],
): readonly { readonly share: Share; readonly statement: StatementPlace }[] {
  return shares.flatMap((share) => [
    { share, statement },
    ...inserted.filter(({ after }) => after === share.name),
  ]);
}
