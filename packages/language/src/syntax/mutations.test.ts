import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSource } from './format/formatter.ts';
import { createParser } from './parser.ts';

const golden = join(import.meta.dirname, '../../../../test/golden/syntax/good');
const source = readFileSync(join(golden, 'all-constructs.tiaoli'), 'utf8');
const parser = createParser();

/** The source with a stretch taken out, or replaced by another stretch of it. */
const mutated = fc
  .record({
    from: fc.nat(source.length),
    length: fc.nat(40),
    other: fc.nat(source.length),
    otherLength: fc.nat(40),
  })
  .map(
    ({ from, length, other, otherLength }) =>
      source.slice(0, from) +
      source.slice(other, other + otherLength) +
      source.slice(from + length),
  );

/** One broken stretch gives few findings: the first ones of it, and those of the characters. */
const MOST_FINDINGS = 10;

test('no text makes the parser throw, and what still parses formats', () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const { findings } = parser.parse(text);
      expect(findings.map(({ code }) => code)).not.toContain('parser-failure');
      expect(findings.length).toBeLessThanOrEqual(MOST_FINDINGS);
      if (findings.length > 0) return;
      const once = formatSource(parser, text, { keywords: 'zh' });
      if (once.kind === 'refused') throw new Error('refused');
      expect(formatSource(parser, once.text, { keywords: 'zh' })).toEqual(once);
    }),
    { seed: 20261121, numRuns: 300 },
  );
});
