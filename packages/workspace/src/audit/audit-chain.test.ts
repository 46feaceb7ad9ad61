import { describe, expect, test } from 'vitest';
import type { AuditLink } from './audit-chain.ts';
import { emptyChain, linkEvent, verifyChain } from './audit-chain.ts';

function chain(length: number): readonly AuditLink[] {
  const links: AuditLink[] = [];
  for (let number = 1; number <= length; number += 1) {
    const event = {
      ...{ at: '2027-01-01T00:00:00.000Z', actorId: 'a', action: 'save' },
      ...{ subject: `s${number}`, detail: { b: '条例', a: '1' } },
    };
    links.push(linkEvent(links.at(-1) ?? emptyChain, event));
  }
  return links;
}

const links = chain(6);
const end = links.at(-1) ?? emptyChain;

test('a chain as it was made is whole, also an empty one', () => {
  expect(verifyChain(links, end)).toBeUndefined();
  expect(verifyChain([], emptyChain)).toBeUndefined();
});

test('an event is one text, in whatever order its details come', () => {
  const event = { at: 't', actorId: 'a', action: 'x', subject: 's', detail: { a: '1', b: '2' } };
  const other = { ...event, detail: { b: '2', a: '1' } };
  expect(linkEvent(emptyChain, other)).toEqual(linkEvent(emptyChain, event));
});

describe('what was done to it is found, with its place', () => {
  const altered = (at: number, change: Partial<AuditLink>) =>
    links.map((link, index) => (index === at ? { ...link, ...change } : link));

  test.each(links.map((_, at) => at))('one letter of link %i', (at) => {
    const content = (links[at]?.content ?? '').replace('save', 'safe');
    expect(verifyChain(altered(at, { content }), end)).toEqual({
      number: at + 1,
      problem: 'altered',
    });
  });

  test('an event put in the place of another, with a hash that fits it', () => {
    const before = links[1] ?? emptyChain;
    const forged = linkEvent(before, {
      ...{ at: 't', actorId: 'b', action: 'forge', subject: 's3', detail: {} },
    });
    expect(verifyChain(altered(2, forged), end)).toEqual({ number: 4, problem: 'unlinked' });
  });

  test('the last event put in another’s place, of which only the end kept apart tells', () => {
    const forged = linkEvent(links[4] ?? emptyChain, {
      ...{ at: 't', actorId: 'b', action: 'forge', subject: 's6', detail: {} },
    });
    expect(verifyChain(altered(5, forged), end)).toEqual({ number: 6, problem: 'unlinked' });
  });

  test.each([0, 2, 4])('link %i taken out', (at) => {
    const rest = links.filter((_, index) => index !== at);
    expect(verifyChain(rest, end)).toEqual({ number: at + 1, problem: 'missing' });
  });

  test('two links exchanged', () => {
    const exchanged = [...links.slice(0, 2), ...links.slice(2, 4).reverse(), ...links.slice(4)];
    expect(verifyChain(exchanged, end)).toEqual({ number: 3, problem: 'missing' });
  });

  test.each([0, 3, 5])('all but the first %i taken off', (kept) => {
    expect(verifyChain(links.slice(0, kept), end)).toEqual({
      number: kept + 1,
      problem: 'cut-off',
    });
  });
});
