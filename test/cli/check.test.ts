import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtures, root, runHere, runHereJson, runTiaoli } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

const good = `${fixtures}/policies`;
const bad = `${fixtures}/bad`;

test('sound policies: exit 0 and a count', async () => {
  expect(runTiaoli(['check', good])).toEqual({
    code: 0,
    stdout:
      '“测试市居民住院待遇”：条文 2 条，写成规则 2 条。\n条文 2 条，写成规则 2 条。\n检查了 2 个文件：0 个错误，0 个警告，0 个提示。\n',
    stderr: '',
  });
});

test('a finding: exit 1, the place, the line and a way out', async () => {
  const { code, stdout } = await runHere(['check', `${bad}/wrong-name.tiaoli`]);
  expect(code).toBe(1);
  expect(stdout).toContain('错误[unresolved-name]：');
  expect(stdout).toContain(`${bad}/wrong-name.tiaoli:11:11`);
  expect(stdout).toContain('建议：是不是“门坎”？'.replace('门坎', '门槛'));
});

test('English by option, before or behind the command, and by environment', async () => {
  const file = `${bad}/wrong-name.tiaoli`;
  const behind = runTiaoli(['check', file, '--language', 'en']);
  expect(behind.stdout).toContain('error[unresolved-name]: ');
  expect(runTiaoli(['--language', 'en', 'check', file])).toEqual(behind);
  expect(runTiaoli(['check', file], { language: 'en' })).toEqual(behind);
});

test('two hundred findings are shown, the others counted; JSON has all', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tiaoli-check-')), 'many.tiaoli');
  const header = readFileSync(join(root, bad, 'wrong-name.tiaoli'), 'utf8').split('参数')[0];
  const rules = Array.from({ length: 203 }, (_, at) => `定义 甲${at}：金额 = 没有${at}；`);
  writeFileSync(file, [header, ...rules, ''].join('\n'));
  const { code, stdout } = await runHere(['check', file]);
  expect(code).toBe(1);
  expect(stdout.match(/错误\[unresolved-name\]/g)).toHaveLength(200);
  expect(stdout).toContain('另有 3 处没有列出。');
  expect(stdout).toContain('203 个错误');
  const { json } = await runHereJson(['check', file, '--format', 'json']);
  expect(json.findings).toHaveLength(203);
  const { json: sarif } = await runHereJson(['check', file, '--format', 'sarif']);
  expect(sarif.runs[0].results).toHaveLength(203);
});

test('a file is read with what it rests on, and only its own findings are shown', async () => {
  const { code, json } = await runHereJson([
    'check',
    `${bad}/out-of-bounds/city.tiaoli`,
    '--format',
    'json',
  ]);
  expect(code).toBe(1);
  expect(json.findings.map(({ code }: { code: string }) => code)).toEqual(['below-lower-bound']);
  expect(json.findings[0].related[0].file).toBe(`${bad}/out-of-bounds/province.tiaoli`);
});

test('JSON is as published', async () => {
  const { code, json, stderr } = await runHereJson(['check', bad, '--format', 'json']);
  expect(code).toBe(1);
  expect(stderr).toBe('');
  expect(schemaErrors('check.schema.json', json)).toEqual([]);
  expect(json.counts.error).toBeGreaterThanOrEqual(8);
  expect(schemaErrors('check.schema.json', { ...json, counts: {} })).not.toEqual([]);
});

test('SARIF 2.1.0 names tool, rules, levels, places and related places', async () => {
  const { code, json } = await runHereJson(['check', `${bad}/out-of-bounds`, '--format', 'sarif']);
  expect(code).toBe(1);
  const [run] = json.runs;
  expect(json.version).toBe('2.1.0');
  expect(run.tool.driver.name).toBe('tiaoli');
  const result = run.results.find(({ level }: { level: string }) => level === 'error');
  expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
  expect(result.message.text).toContain('测政办发〔2022〕12号条「五」');
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  expect(decodeURI(artifactLocation.uri)).toBe(`${bad}/out-of-bounds/city.tiaoli`);
  expect(region).toMatchObject({ startLine: 11, endLine: 11 });
  expect(result.relatedLocations[0].physicalLocation.artifactLocation.uri).toContain('province');
});
