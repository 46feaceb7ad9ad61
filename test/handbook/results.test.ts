import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runTiaoli } from '../cli/run-tiaoli.ts';
import { fencesOf, proseOf, readPage } from '../golden/handbook/read-handbook.ts';

const languages = ['zh', 'en'] as const;

/** Numbers with a fraction, or in groups of three: what nobody types without having seen it somewhere. */
const telling = /\d[\d,]*\.\d+|\d{1,3}(?:,\d{3})+/g;

/** Every line that a page says was printed was printed, and so was every telling number of its prose. */
function expectPrinted(
  page: string,
  language: 'zh' | 'en',
  command: string,
  printed: string,
): void {
  const text = readPage(language, page);
  const blocks = fencesOf(text).filter(({ info }) => info === `output ${command}`);
  const lines = new Set(printed.split('\n').map((line) => line.trim()));
  const claimed = blocks.flatMap((block) => block.text.trim().split('\n'));
  expect(claimed.length).toBeGreaterThan(3);
  expect(claimed.filter((line) => !lines.has(line.trim()))).toEqual([]);
  const numbers = proseOf(text).match(telling) ?? [];
  expect(numbers.filter((number) => !printed.includes(number))).toEqual([]);
}

describe('how to read a comparison', () => {
  const sides = [
    'taiyuan.employee-outpatient@2023-01-01',
    'taiyuan.employee-outpatient@2024-07-01',
  ];

  test.each(languages)('what the page in %s shows is what the command prints', (language) => {
    const { code, stdout } = runTiaoli(['diff', ...sides, '--view', 'behaviour'], { language });
    expect(code).toBe(1);
    expectPrinted('comparison', language, 'diff', stdout);
  });
});

describe('how to read a simulation', () => {
  let people: string;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tiaoli-handbook-'));
    people = join(folder, 'people');
    const made = runTiaoli([
      ...['population', 'generate', '--preset', 'S', '--province', '山东省', '--seed', '1'],
      ...['--out', people],
    ]);
    expect(made.code).toBe(0);
    return () => rm(folder, { recursive: true, force: true });
  });

  test.each(languages)('what the page in %s shows is what the command prints', (language) => {
    const sides = [
      ...['--baseline', 'shandong.resident-critical-illness@2019-01-01'],
      ...['--reform', 'shandong.resident-critical-illness@2023-01-01'],
    ];
    const { code, stdout } = runTiaoli(['simulate', ...sides, '--population', people], {
      language,
    });
    expect(code).toBe(0);
    expectPrinted('simulation', language, 'simulate', stdout);
  });
});

test('a line that was not printed, and a number that was not, are found', () => {
  const text = readPage('zh', 'comparison');
  const all = fencesOf(text)
    .map((block) => block.text)
    .join('\n');
  expect(() => expectPrinted('comparison', 'zh', 'diff', all)).not.toThrow();
  expect(() =>
    expectPrinted('comparison', 'zh', 'diff', all.replaceAll('1,000.00', '999.00')),
  ).toThrow();
});
