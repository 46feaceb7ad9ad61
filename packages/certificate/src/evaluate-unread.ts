import type { Expr } from '@tiaoli/ir';
import { canonicalText, isNumeric, sha256, typeOfExpr } from '@tiaoli/ir';
import { single } from './linear.ts';
import { apart } from './meaning.ts';
import type { Outcome, Scope } from './scope.ts';
import { absent, isAmong, missing, numberOf, truthOf } from './scope.ts';
import { internUnread } from './terms.ts';

/**
 * Something that is not looked into: sums over records, catalogues, working days, the state of other people.
 *
 * It may be anything of its type; what both sides compute alike from the same facts is the same thing.
 */
export function evaluateUnread(expr: Expr, scope: Scope): Outcome {
  const source = `unread ${hashOf(expr, scope)}`;
  const type = typeOfExpr(expr, scope.side.index);
  if (!type || !isAmong(scope, `determined ${source}`, ['determined'])) return missing;
  if (type.optional && !isAmong(scope, `given ${source}`, ['given'])) return absent;
  if (isNumeric(type.type)) {
    return numberOf(single(internUnread(scope.terms, source)));
  }
  if (type.type.kind === 'boolean') return truthOf(isAmong(scope, source, ['true']));
  if (type.type.kind === 'set') {
    const members = scope.side.index.enumerations.get(type.type.enumeration)?.members ?? [];
    const values = members.map(({ name }) => name);
    return { status: 'value', value: { kind: 'unread-set', source, values } };
  }
  return { status: 'value', value: { kind: 'unread', source } };
}

function hashOf(expr: Expr, { side, joint, element, isAfter }: Scope): string {
  const meaningOf = (id: string): string => side.meanings.get(id) ?? `${side.name} ${id}`;
  const own = apart(expr, side.name, joint.unlike);
  const year = JSON.stringify(side.program.yearStart);
  return sha256(`${canonicalText(own, meaningOf)} ${element ?? ''} ${isAfter ?? ''} ${year}`);
}
