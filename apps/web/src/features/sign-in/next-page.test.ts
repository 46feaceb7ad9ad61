import { expect, test } from 'vitest';
import { nextPage } from './next-page.ts';

test.each([
  ['', '/'],
  ['?next=%2Fversions%3Fon%3D2027-01-01', '/versions?on=2027-01-01'],
  ['?next=https%3A%2F%2Fevil.example%2F', '/'],
  ['?next=%2F%2Fevil.example%2F', '/'],
  ['?next=%2F%5Cevil.example', '/'],
  ['?next=%2F%09%2Fevil.example', '/'],
  ['?next=javascript%3Aalert(1)', '/'],
])('%s leads to %s', (search, page) => {
  expect(nextPage(search)).toBe(page);
});
