import type { Diagnostic, Span } from '@tiaoli/base';
import type { EntityDeclaration, InputDeclaration } from '@tiaoli/ir';
import { report } from '../messages.ts';
import type { Case, CaseRecord } from './case-record.ts';
import { nameOf, namesIn } from './household.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Whether everybody is told apart and known: no two people of one name, no claim of somebody who is not there, no
 * record that names such a one.
 */
export function checkMembers(given: Case, vocabulary: Vocabulary): readonly Diagnostic[] {
  return vocabulary.above.flatMap((entity) => {
    const key = vocabulary.keyFields.get(entity.id);
    if (!key) return [];
    const people = given.subjects.filter((subject) => subject.entity === entity.id);
    return [
      ...repeatedMembers(people, key),
      ...unknownMembers(given, people, key),
      ...unknownOwners(given, { entity, key, vocabulary }),
    ];
  });
}

function repeatedMembers(
  people: readonly CaseRecord[],
  key: InputDeclaration,
): readonly Diagnostic[] {
  return people.flatMap((person, at) => {
    const name = textOf(person, key);
    const first = people.slice(0, at).find((each) => textOf(each, key) === name);
    if (!first) return [];
    const message = { zh: `${first.path} 已经用了这个名字`, en: `${first.path} has it already` };
    const { path, span } = placeOf(person, key);
    return [report('duplicate-member', { path, name }, span, [{ message, span: first.span }])];
  });
}

/** Without people every fact of theirs is a default, and any name will do; one person alone need not be named. */
function unknownMembers(
  { claims }: Case,
  people: readonly CaseRecord[],
  key: InputDeclaration,
): readonly Diagnostic[] {
  const names = people.map((person) => textOf(person, key));
  return claims.flatMap((claim) => {
    const isNamed = claim.inputs.has(key.id);
    const name = textOf(claim, key);
    if (people.length < (isNamed ? 1 : 2) || names.includes(name)) return [];
    const known = names.join('、');
    const { span } = placeOf(claim, key);
    return [report('unknown-member', { path: claim.path, name, known }, span)];
  });
}

interface Owned {
  readonly entity: EntityDeclaration;
  readonly key: InputDeclaration;
  readonly vocabulary: Vocabulary;
}

/** Fields whose value is the name of a person, on any record. */
function unknownOwners(given: Case, { entity, key, vocabulary }: Owned): readonly Diagnostic[] {
  const naming = new Set(
    [...vocabulary.fields.values()]
      .flatMap((fields) => [...fields.values()].flat())
      .flatMap(({ id, record }) => (record === entity.id ? [id] : [])),
  );
  const names = namesIn(given, key);
  const { subjects, claims } = given;
  return [...subjects, ...claims].flatMap(withChildren).flatMap(({ inputs, places }) =>
    [...naming].flatMap((id) => {
      const name = inputs.get(id);
      const place = places.get(id);
      if (typeof name !== 'string' || !place || names.includes(name)) return [];
      return [
        report('unknown-owner', { path: place.path, name, known: names.join('、') }, place.span),
      ];
    }),
  );
}

function withChildren(record: CaseRecord): readonly CaseRecord[] {
  return [record, ...[...record.children.values()].flat()];
}

function textOf(record: CaseRecord, key: InputDeclaration): string {
  const name = nameOf(record, key);
  return typeof name === 'string' ? name : '';
}

function placeOf(
  { places, path, span }: CaseRecord,
  { id }: InputDeclaration,
): { readonly path: string; readonly span: Span } {
  return places.get(id) ?? { path, span };
}
