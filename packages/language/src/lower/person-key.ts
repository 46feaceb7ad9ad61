import type { Expr } from '@tiaoli/ir';
import { inputRef } from '@tiaoli/ir';
import { keyField } from '../references/defining-entity.ts';
import type { Place } from './lower-context.ts';

/** Whose state a rule keeps: the text field that tells the persons above the event apart; empty in a case of one person. */
export function personKey({ scope }: Place): readonly Expr[] {
  const persons = scope.eventEntity === undefined ? [] : scope.entitiesAbove(scope.eventEntity);
  const [field] = persons.flatMap((each) => keyField(each, scope) ?? []);
  return field ? [inputRef(field.id)] : [];
}
