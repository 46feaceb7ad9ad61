import { expect, test } from 'vitest';
import type { CompareAddress } from './compare-address.ts';
import { compareHref, pairOf, readAddress } from './compare-address.ts';

test.each<[address: CompareAddress, href: string]>([
  [{ view: 'behaviour' }, '/compare'],
  [{ old: 'a@2023-01-01', view: 'behaviour' }, '/compare?old=a%402023-01-01'],
  [{ old: 'a', new: 'b', view: 'text' }, '/compare?old=a&new=b&view=text'],
])('%j is %s, and read again the same', (address, href) => {
  expect(compareHref(address)).toBe(href);
  expect(readAddress(new URL(href, 'http://page').searchParams)).toEqual(address);
});

test('an empty side is none, an unknown view is the first', () => {
  const address = readAddress(new URLSearchParams('old=+&new=b&view=nothing'));
  expect(address).toEqual({ new: 'b', view: 'behaviour' });
  expect(pairOf(address)).toBeUndefined();
});
