import { expect, test } from 'vitest';
import { runHere, runHereJson } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

test('Sichuan, before and after: the fall is worked out', async () => {
  const { code, json } = await runHereJson(['services', '四川省', '--format', 'json']);
  expect(code).toBe(0);
  expect(schemaErrors('services.schema.json', json)).toEqual([]);
  const list = json.documents.find(
    ({ document }: { document: string }) => document === 'sichuan.handling-services',
  );
  expect(list).toMatchObject({
    before: '2023-12-31',
    after: '2024-01-01',
    workingDays: { kind: 'figures', before: 3, after: 1, fall: '2/3' },
  });
});

test('for people: Zhucheng by its totals, Shandong with what is not said', async () => {
  const { stdout: zhucheng } = await runHere(['services', '诸城市']);
  expect(zhucheng).toContain('580 → 253，下降 56.4%');
  expect(zhucheng).toContain('118 → 65，下降 44.9%');
  const { stdout: shandong } = await runHere(['services', '山东省']);
  expect(shandong).toContain('45个工作日 → 15个工作日');
  expect(shandong).toContain('算不出，没有写明的有：异地转诊备案');
});

test('two days after the change show no fall, and no place has services of another', async () => {
  const days = ['--before', '2024-06-01', '--after', '2024-06-02'];
  const { stdout } = await runHere(['services', '四川省', ...days]);
  expect(stdout).toContain('1 → 1，下降 0%');
  expect((await runHere(['services', '火星省'])).stdout).toContain('没有事项');
});

test('every place keeps to the published schema, and a claim is told with both figures', async () => {
  const { json } = await runHereJson(['services', '--format', 'json']);
  expect(json.documents.length).toBeGreaterThan(3);
  expect(schemaErrors('services.schema.json', json)).toEqual([]);
  const { stdout } = await runHere(['services', '诸城市']);
  expect(stdout).toContain('指标 省里的目标：总时限下降 580 / 253，不低于 50%：达到');
});
