import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createParser } from '../parser.ts';
import { printAst } from '../print-ast.ts';
import type { FormatOptions } from './formatter.ts';
import { formatSource } from './formatter.ts';

const golden = join(import.meta.dirname, '../../../../../test/golden/syntax');
const files = readdirSync(join(golden, 'good')).filter((file) => file.endsWith('.tiaoli'));
const parser = createParser();

function format(text: string, keywords: FormatOptions['keywords']): string {
  const result = formatSource(parser, text, { keywords });
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.findings[0]));
  return result.text;
}

test('there are sources to try', () => {
  expect(files.length).toBeGreaterThan(60);
});

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(golden, 'good', file), 'utf8');

  test('parses', () => {
    expect(parser.parse(text).findings).toEqual([]);
  });

  test.each(['zh', 'en', 'keep'] as const)(
    'formatted as %s it means the same, and is done',
    (to) => {
      const once = format(text, to);
      expect(printAst(parser.parse(once).ast)).toBe(printAst(parser.parse(text).ast));
      expect(format(once, to)).toBe(once);
    },
  );

  test('converted there and back it is the same text', () => {
    const zh = format(text, 'zh');
    const en = format(zh, 'en');
    expect(format(en, 'zh')).toBe(zh);
    expect(format(format(en, 'zh'), 'en')).toBe(en);
  });
});

test.each(['all-constructs', 'cx04', 'cx15', 'common'])('%s looks as it should', async (name) => {
  const text = readFileSync(join(golden, 'good', `${name}.tiaoli`), 'utf8');
  for (const language of ['zh', 'en'] as const) {
    const expected = join(golden, 'format', `${name}.${language}.expected.txt`);
    await expect(format(text, language)).toMatchFileSnapshot(expected);
  }
});
