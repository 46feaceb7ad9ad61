import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runHere, runHereJson } from '../cli/run-tiaoli.ts';

const out = mkdtempSync(join(tmpdir(), 'tiaoli-certificate-'));
const file = join(out, 'certificate.json');

afterAll(() => rmSync(out, { recursive: true, force: true }));

test('what came of a real change is shown, result by result', { timeout: 300_000 }, async () => {
  const sides = ['qinghai.resident@2017-01-01', 'qinghai.resident@2023-06-01'];
  const written = await runHere([
    ...['diff', ...sides, '--view', 'behaviour'],
    ...['--certificate', file],
  ]);
  expect(written.code).toBe(1);
  expect(written.stderr).toContain('全部结论都有证明');
  const { code, json } = await runHereJson(['verify', file, '--format', 'json']);
  expect({ code, verdict: json.verdict }).toEqual({ code: 0, verdict: 'accepted' });
  expect(json.checked).toMatchObject({ results: 28, uncertified: 0, undecided: 0 });
  const another = await runHere([...['verify', file], ...sides.toReversed()]);
  expect(another.code).toBe(2);
  expect(another.stdout).toContain('证书说的是另一份政策');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"high":"700000"', '"high":"699999"'));
  const damaged = await runHere(['verify', file], { language: 'en' });
  expect(damaged.code).toBe(2);
  expect(damaged.stdout).toContain('the certificate is damaged');
});

test('a city and its province: categories of people, and values that one side has not', {
  timeout: 300_000,
}, async () => {
  const written = await runHere([
    ...['diff', 'shandong.assistance', 'taian.assistance', '--view', 'behaviour'],
    ...['--certificate', file],
  ]);
  expect(written.stderr).toContain('全部结论都有证明');
  const { code, json } = await runHereJson(['verify', file, '--format', 'json']);
  expect({ code, verdict: json.verdict }).toEqual({ code: 0, verdict: 'accepted' });
  expect(json.checked).toMatchObject({ results: 22, uncertified: 0, undecided: 0 });
});

test('a limit of working days is counted again', async () => {
  const written = await runHere([
    ...['diff', 'sichuan.handling-services@2021-01-01', 'sichuan.handling-services@2024-01-01'],
    ...['--view', 'behaviour', '--certificate', file],
  ]);
  expect(written.stderr).toContain('全部结论都有证明');
  const { code, json } = await runHereJson(['verify', file, '--format', 'json']);
  expect({ code, verdict: json.verdict }).toEqual({ code: 0, verdict: 'accepted' });
  expect(json.checked).toMatchObject({ results: 3, witnesses: 2, uncertified: 0, undecided: 0 });
});

test.each([
  [['verify'], 'CERTIFICATE'],
  [['verify', 'nothing.json'], 'nothing.json'],
  [['verify', 'package.json', 'qinghai.resident@2017-01-01'], 'OLD'],
])('a wrong call: %j', async (args, told) => {
  const { code, stderr } = await runHere(args);
  expect(code).toBe(2);
  expect(stderr).toContain(told);
});
