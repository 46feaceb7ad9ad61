import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtures, runHereJson, runTiaoli } from './run-tiaoli.ts';

const bad = `${fixtures}/bad`;
const folder = mkdtempSync(join(tmpdir(), 'tiaoli-bad-'));

const head = `语言 1

文件「坏例子」 {
  标识 bad.generated；
  层级 国家；
  施行 自 2023-01-01；
  取整 四舍五入到分；
}
`;

function generated(name: string, body: string): string {
  const file = join(folder, name);
  writeFileSync(file, `${head}\n${body}\n参数 好的：金额 = 1元；\n`);
  return file;
}

const cases: readonly (readonly [string, string])[] = [
  [`${bad}/wrong-literal.tiaoli`, 'missing-semicolon'],
  [`${bad}/wrong-unit.tiaoli`, 'type-mismatch'],
  [`${bad}/wrong-name.tiaoli`, 'unresolved-name'],
  [`${bad}/wrong-date.tiaoli`, 'impossible-date'],
  [`${bad}/out-of-bounds`, 'below-lower-bound'],
  [`${bad}/no-right`, 'not-delegated'],
  [`${bad}/cyclic-rule.tiaoli`, 'cyclic-definition'],
  [`${bad}/bidirectional-name.tiaoli`, 'bidi-character'],
  [
    generated('parentheses.tiaoli', `定义 甲：金额 = ${'('.repeat(120)}1元${')'.repeat(120)}；`),
    'too-deep',
  ],
  [
    generated('operands.tiaoli', `定义 甲：金额 = ${Array(100_000).fill('1元').join(' + ')}；`),
    'too-many-operands',
  ],
];

test.each(cases)('%s: one error (%s) with place and remedy', async (path, code) => {
  const { code: exit, json } = await runHereJson(['check', path, '--format', 'json']);
  expect(exit).toBe(1);
  const errors = json.findings.filter(({ severity }: { severity: string }) => severity === 'error');
  expect(errors.map((finding: { code: string }) => finding.code)).toEqual([code]);
  expect(errors[0].range.start.line).toBeGreaterThan(1);
  expect(errors[0].hint?.length).toBeGreaterThan(0);
});

test('a city value out of bounds, or without the right, names the clause of the province', async () => {
  for (const [path, clause] of [
    [`${bad}/out-of-bounds`, '测政办发〔2022〕12号条「五」'],
    [`${bad}/no-right`, '测政办发〔2022〕12号条「六」'],
  ] as const) {
    const { json } = await runHereJson(['check', path, '--format', 'json']);
    const [error] = json.findings.filter(
      ({ severity }: { severity: string }) => severity === 'error',
    );
    expect(error.message).toContain(clause);
    expect(error.related[0].file).toContain('province.tiaoli');
  }
});

test('the next good file checks as usual', async () => {
  const { code, stdout } = runTiaoli([
    'check',
    ...cases.map(([path]) => path),
    `${fixtures}/policies`,
  ]);
  expect(code).toBe(1);
  expect(stdout).not.toContain(`${fixtures}/policies/city.tiaoli`);
  expect(stdout).toContain('too-deep');
});

test.each([
  ['GB18030', Buffer.from([0xce, 0xc4, 0xbc, 0xfe, 0xa1, 0xb8])],
  ['a lone continuation byte', Buffer.from([0x80])],
])('a file in %s is named, not guessed at', async (_, bytes) => {
  const file = join(folder, 'bytes.tiaoli');
  writeFileSync(file, bytes);
  const { code, json } = await runHereJson(['check', file, '--format', 'json']);
  expect(code).toBe(1);
  expect(json.findings.map((finding: { code: string }) => finding.code)).toEqual(['not-utf8']);
});
