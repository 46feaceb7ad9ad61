import type { Facts, Value } from '@tiaoli/interpreter';
import { isSameValue, valueOfLiteral } from '@tiaoli/interpreter';
import type { InputDeclaration } from '@tiaoli/ir';
import type { ClaimPerson } from '../settle/case-state.ts';
import type { Case, CaseRecord } from './case-record.ts';
import { factsOf, recordFacts } from './case-record.ts';
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

/**
 * What the interpreter sees on a claim: its facts and those of everything above it, and of each entity of whose other
 * records a rule asks something all the records given, each with its own facts alone.
 */
export function claimFacts(
  claim: CaseRecord,
  subjects: readonly CaseRecord[],
  vocabulary: Vocabulary,
): Facts {
  const facts = factsOf(claim, subjectsOf(claim, subjects, vocabulary));
  const others = vocabulary.consulted.map(({ id }) => {
    const records = subjects.filter(({ entity }) => entity === id);
    return [id, records.map((each) => recordFacts(each, []))] as const;
  });
  return { ...facts, children: new Map([...facts.children, ...others]) };
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

/** Whose claim it is: by the nearest entity above it whose records have names; undefined where none has. */
export function personOf(
  claim: CaseRecord,
  mine: readonly CaseRecord[],
  { above, keyFields }: Vocabulary,
): ClaimPerson | undefined {
  for (const { id } of above) {
    const key = keyFields.get(id);
    if (!key) continue;
    const record = mine.find(({ entity }) => entity === id) ?? claim;
    const name = nameOf(record, key);
    return { input: key.id, name: typeof name === 'string' ? name : '' };
  }
  return undefined;
}

/** Every name that the case uses: of its people, of its claims, and of the balances from before. */
export function namesIn(
  { subjects, claims, before }: Case,
  key: InputDeclaration,
): readonly string[] {
  const people = subjects.filter(({ entity }) => entity === key.entity);
  const named = [...people, ...claims].flatMap((each) => {
    const name = nameOf(each, key);
    return typeof name === 'string' ? [name] : [];
  });
  const kept = before.flatMap((each) => each.key.split('|')).filter((name) => name !== '');
  return [...new Set([...named, ...kept])];
}
