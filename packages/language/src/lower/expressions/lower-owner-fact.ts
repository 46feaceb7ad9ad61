import type { Expr } from '@tiaoli/ir';
import { compareTo, inputRef } from '@tiaoli/ir';
import type { Expression } from '../../generated/ast.ts';
import { keyField } from '../../references/defining-entity.ts';
import type { InputResolution } from '../../references/resolution.ts';
import { spanOf } from '../../span-of.ts';
import type { Place } from '../lower-context.ts';
import { refuse } from '../lower-context.ts';
import { lowerType } from '../types.ts';

/** Said of a person of whom the case tells nothing. */
const unknownOwner = '没有这个人的资料';

/**
 * `出资人.险种`: of the people of the household the one of that name. Only the condition of 逐个 reads it, where
 * `ownerFactsOfRank` puts the owner of each record in the place of the name.
 */
export function lowerOwnerFact(
  { declared }: InputResolution,
  owner: Expression,
  place: Place,
): Expr {
  const entity = declared.entity ?? '';
  const key = keyField(entity, place.scope);
  const [{ type: use }] = declared.nodes;
  const type = lowerType(use, place);
  if (!place.ownerFacts || use.optional || use.daily || !key || !type) {
    return refuse(place, spanOf(owner), {
      zh: '另一个人的输入只能写在 逐个 的条件里，而且不是“可空”或“按日”的',
      en: 'a fact of another person is read in the condition of 逐个 only, and is neither optional nor kept by day',
    });
  }
  return {
    kind: 'or-else',
    operand: {
      kind: 'child-aggregate',
      operator: 'only',
      entity: place.context.entityIds.get(entity) ?? entity,
      value: inputRef(declared.id),
      when: compareTo(inputRef(key.id), '=', place.lower(owner, place)),
    },
    fallback: { kind: 'undetermined', type, cause: 'gap', reason: unknownOwner },
  };
}
