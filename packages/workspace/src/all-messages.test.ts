import { expect, test } from 'vitest';
import { allMessages } from './all-messages.ts';

test('every code is kebab-case and explained in both languages', () => {
  const messages = allMessages();
  expect(messages.size).toBeGreaterThan(60);
  for (const [code, { explanation }] of messages) {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(explanation.zh, code).toMatch(/\p{Script=Han}/u);
    expect(explanation.en, code).toMatch(/^[^a-z]*[A-Z"'“‘`<a-z]/u);
  }
});
