import { expect, test } from 'vitest';
import { faultTexts } from './import/fault-texts.ts';
import { populationMessages } from './messages.ts';

test('every code and every fault is in both languages', () => {
  const texts = [
    ...Object.values(populationMessages).map(({ explanation }) => explanation),
    ...Object.values(faultTexts),
  ];
  expect(texts.length).toBeGreaterThan(20);
  for (const { zh, en } of texts) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[^\p{Script=Han}]+$/u);
  }
  for (const code of Object.keys(populationMessages)) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
