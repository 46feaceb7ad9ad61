import { expect, test } from 'vitest';
import type { Person, Place } from '../workflow/answers.ts';
import { choosePeople, isManaged, managedPlaces } from './managed-people.ts';

const places: readonly Place[] = [
  { id: 'n', name: '国家', level: 'nation' },
  { id: 'p', name: '山东省', level: 'province', parentId: 'n' },
  { id: 'c', name: '淄博市', level: 'city', parentId: 'p' },
  { id: 'd', name: '泰安市', level: 'city', parentId: 'p' },
];
const person = (id: string, ...grants: readonly [string, string][]): Person => ({
  ...{ id, login: id, name: `${id}先生`, disabled: false },
  grants: grants.map(([jurisdictionId, role]) => ({ jurisdictionId, role })),
});

test('an administrator manages the place and all below, and nobody else manages anything', () => {
  expect([...managedPlaces(person('a', ['p', 'administrator']), places)].sort()).toEqual([
    ...['c', 'd', 'p'],
  ]);
  expect(managedPlaces(person('b', ['p', 'auditor']), places).size).toBe(0);
});

test.each([
  ['of the place', person('x', ['c', 'drafter']), true],
  ['with a role elsewhere too', person('x', ['c', 'drafter'], ['d', 'drafter']), false],
  ['of the place above', person('x', ['p', 'drafter']), false],
  ['without any role: the nation’s', person('x'), false],
  ['oneself', person('a', ['c', 'administrator']), false],
])('an account %s', (_, asked, expected) => {
  const me = person('a', ['c', 'administrator']);
  expect(isManaged(me, asked, managedPlaces(me, places), places)).toBe(expected);
});

test('by words and by place', () => {
  const people = [person('zhang', ['c', 'drafter']), person('li', ['d', 'drafter'])];
  expect(choosePeople(people, 'ZHANG', undefined).map(({ id }) => id)).toEqual(['zhang']);
  expect(choosePeople(people, '先生', new Set(['d'])).map(({ id }) => id)).toEqual(['li']);
});
