import type { Value } from '@tiaoli/interpreter';
import { isSameValue, valueOfLiteral } from '@tiaoli/interpreter';
import type { InputDeclaration } from '@tiaoli/ir';
import type { CaseRecord } from './case-record.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The records above a claim that are its own: of several people the one whom the claim names (成员).
 *
 * A claim that names nobody is the one of him who is not named either, or of the only person given.
 */
export function subjectsOf(
  claim: CaseRecord,
  subjects: readonly CaseRecord[],
  { keyFields }: Vocabulary,
): readonly CaseRecord[] {
  return subjects.filter((subject) => {
    const key = keyFields.get(subject.entity);
    const alike = subjects.filter(({ entity }) => entity === subject.entity);
    if (!key || (alike.length === 1 && !claim.inputs.has(key.id))) return true;
    return isSameName(nameOf(subject, key), nameOf(claim, key));
  });
}

/** What a record is called: as given, else as the field's default says. */
export function nameOf(
  { inputs }: CaseRecord,
  { id, default: otherwise }: InputDeclaration,
): Value | undefined {
  const given = inputs.get(id);
  if (given !== undefined && given !== null) return given;
  return otherwise?.kind === 'literal' ? valueOfLiteral(otherwise) : undefined;
}

function isSameName(left: Value | undefined, right: Value | undefined): boolean {
  return left === undefined || right === undefined ? left === right : isSameValue(left, right);
}
