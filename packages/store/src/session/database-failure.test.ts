import { expect, test } from 'vitest';
import { failureOf } from './database-failure.ts';

test.each([
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
])('a connection that broke off is no mistake of ours: %s', (message) => {
  expect(failureOf(new Error(message))).toEqual({ kind: 'unavailable', reason: message });
});

test('a full disk, a server that stops and a statement that takes too long are told apart from mistakes', () => {
  const wrapped = (code: string) =>
    Object.assign(new Error('x'), {
      meta: { driverAdapterError: { cause: { originalCode: code } } },
    });
  for (const code of ['53100', 'ENOSPC']) expect(failureOf(wrapped(code))?.kind, code).toBe('full');
  for (const code of ['57P01', '57014', '58030', '08006', 'ECONNREFUSED']) {
    expect(failureOf(wrapped(code))?.kind, code).toBe('unavailable');
  }
  expect(failureOf(wrapped('40001'))?.kind).toBe('in-the-way');
  expect(failureOf(wrapped('23505'))?.kind).toBe('duplicate');
  for (const code of ['42P01', '42501', '23503'])
    expect(failureOf(wrapped(code)), code).toBeUndefined();
  expect(failureOf(new TypeError('x is not a function'))).toBeUndefined();
});
