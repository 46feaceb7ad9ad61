import { expect, test } from 'vitest';
import { decodeModule, encodeModule } from './codec.ts';
import { irVersion } from './module.ts';
import { sampleModule } from './testing.ts';

test('what was encoded is decoded, and encoded again is the same text', () => {
  const text = encodeModule(sampleModule);
  const decoded = decodeModule(text);
  expect(decoded).toEqual({ kind: 'module', module: sampleModule });
  if (decoded.kind === 'module') expect(encodeModule(decoded.module)).toBe(text);
});

test('the text does not depend on the order of keys', () => {
  const turned = Object.fromEntries(Object.entries(sampleModule).toReversed());
  expect(encodeModule(turned as unknown as typeof sampleModule)).toBe(encodeModule(sampleModule));
});

test.each([
  ['', 'not an IR in JSON'],
  ['[]', 'not an IR in JSON'],
  ['{', 'not an IR in JSON'],
  [
    '{"irVersion": 999}',
    `IR version 999, while only ${irVersion} can be read; compile the source again`,
  ],
  ['{}', `IR version undefined, while only ${irVersion} can be read; compile the source again`],
  [`{"irVersion": ${irVersion}, "declarations": []}`, 'the IR has no definitions'],
])('%j is refused', (text, message) => {
  expect(decodeModule(text)).toMatchObject({ kind: 'refused', message: { en: message } });
});
