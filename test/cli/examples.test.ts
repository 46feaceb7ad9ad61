import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtures, root, runHere, runHereJson, runTiaoli } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

const good = `${fixtures}/policies`;

/** The policies with one expected amount a fen too high. */
function oneFenOff(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-test-'));
  cpSync(join(root, good), folder, { recursive: true });
  const file = join(folder, 'city.tiaoli');
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace('住院统筹 = 11400元； 医疗救助 = 不', '住院统筹 = 11400.01元； 医疗救助 = 不'),
  );
  return folder;
}

test('all examples pass: exit 0', async () => {
  const { code, stdout } = runTiaoli(['test', good]);
  expect(code).toBe(0);
  expect(stdout).toContain('✓ 三级医院2万元  FX01');
  expect(stdout).toContain('算例 2 个：通过 2 个，未通过 0 个。');
});

test('JSON is as published and names cases, shapes and claims', async () => {
  const { code, json } = await runHereJson(['test', good, '--format', 'json']);
  expect(code).toBe(0);
  expect(schemaErrors('test.schema.json', json)).toEqual([]);
  expect(json).toMatchObject({ passed: 2, failed: 0 });
  expect(json.examples[0]).toMatchObject({
    document: 'fixture.city',
    case: 'FX01',
    shape: 1,
    expected: { 住院统筹: '11400.00', 医疗救助: '不适用', 个人负担: '8600.00' },
  });
  expect(json.examples[1].actual).toEqual({
    '1.住院统筹': '11400.00',
    '1.医疗救助': '6020.00',
    '2.住院统筹.起付': '500.00',
    '2.住院统筹': '11700.00',
    '合计.住院统筹': '23100.00',
    '之后.住院次数': '2',
  });
});

test('one fen off: exit 1, both amounts, in every format', async () => {
  const folder = oneFenOff();
  const pretty = await runHere(['test', folder]);
  expect(pretty.code).toBe(1);
  expect(pretty.stdout).toContain('住院统筹：应为 11400.01，得 11400.00');
  const { code, json } = await runHereJson(['test', folder, '--format', 'json']);
  expect(code).toBe(1);
  expect(json).toMatchObject({ passed: 1, failed: 1 });
  const junit = await runHere(['test', folder, '--format', 'junit']);
  expect(junit.code).toBe(1);
  expect(junit.stdout).toContain('<testsuites name="tiaoli" tests="2" failures="1">');
  expect(junit.stdout).toContain('<failure message="住院统筹: 11400.01 ≠ 11400.00">');
});

test('JUnit is well-formed', async () => {
  const { code, stdout } = await runHere(['test', good, '--format', 'junit']);
  expect(code).toBe(0);
  const open = [...stdout.matchAll(/<([a-z]+)(?: [^<>]*[^/<>])?>/g)].map(([, name]) => name);
  const closed = [...stdout.matchAll(/<\/([a-z]+)>/g)].map(([, name]) => name);
  expect(open.toSorted()).toEqual(closed.toSorted());
  expect(stdout.match(/<testcase /g)).toHaveLength(2);
});

test('a document with errors fails the run though it has no examples', async () => {
  const { code, json } = await runHereJson([
    'test',
    `${fixtures}/bad/cyclic-rule.tiaoli`,
    '--format',
    'json',
  ]);
  expect(code).toBe(1);
  expect(json.findings[0].code).toBe('cyclic-definition');
});
