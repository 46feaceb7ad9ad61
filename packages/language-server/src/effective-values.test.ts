import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDate } from '@tiaoli/base';
import { createLanguageWorkspace } from '@tiaoli/language';
import { beforeAll, expect, test } from 'vitest';
import { effectiveValues } from './effective-values.ts';

const root = join(import.meta.dirname, '../../..');
const workspace = createLanguageWorkspace();

beforeAll(async () => {
  const sources = readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tiaoli'))
    .map((path) => join('policies', path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  await workspace.update(sources);
});

const province = 'policies/shandong/assistance-2022.tiaoli';
const taian = 'policies/shandong/taian/assistance.tiaoli';
const qinghai = 'policies/qinghai/resident.tiaoli';
const special = 'policies/patterns/shape-43b.tiaoli';

interface Asked {
  readonly path: string;
  readonly on?: string;
  readonly jurisdiction?: string;
}

function valueIn(name: string, { path, on, jurisdiction }: Asked) {
  const values = effectiveValues(workspace, {
    path,
    language: 'zh',
    ...(on !== undefined && { on: parseDate(on) ?? 0 }),
    ...(jurisdiction !== undefined && { jurisdiction }),
  });
  return [...values].find(([id]) => id.endsWith(`/${name}`))?.[1];
}

/** The value, and the place whose document set it. */
test.each<[name: string, asked: Asked, text: string, place: string | undefined]>([
  ['重点救助限额', { path: province }, '30000元', undefined],
  [
    '重点救助限额',
    { path: province, jurisdiction: '泰安市', on: '2025-01-01' },
    '33000元',
    '泰安市',
  ],
  ['重点救助限额', { path: taian }, '33000元', '泰安市'],
  ['重点救助限额', { path: taian, on: '2023-01-01' }, '30000元', undefined],
  ['重点救助比例', { path: taian }, '按 人员类别 { 特困人员：100%；其余：70% }', '泰安市'],
  ['边缘起付', { path: taian }, '3000元', undefined],
  ['大病起付', { path: qinghai }, '12000元', undefined],
  ['大病起付', { path: qinghai, on: '2020-01-01' }, '5000元', undefined],
  [
    '起付标准',
    { path: qinghai },
    '按 医院级别 { 一级：100元；二级：600元；三级：1500元 }',
    undefined,
  ],
  ['支付比例', { path: special, on: '2028-01-01' }, '60%', undefined],
])('%s of %o', (name, asked, text, place) => {
  const value = valueIn(name, asked);
  expect(value?.text).toBe(text);
  expect(value?.setBy?.place).toBe(place);
});

test('what was set says what it replaces, and whether anybody may set it', () => {
  expect(valueIn('重点救助限额', { path: taian })).toMatchObject({
    isOwn: false,
    isDelegated: true,
    isOpen: false,
    inherited: { text: '30000元', isOpen: false },
  });
  expect(valueIn('边缘救助限额', { path: province })).toMatchObject({
    isOwn: true,
    isDelegated: true,
    isOpen: true,
  });
  expect(valueIn('起付标准', { path: special, on: '2026-01-01' })?.setBy?.place).toBe('甲市');
});

test('the values are kept until the document changes', () => {
  const ask = () => effectiveValues(workspace, { path: taian, language: 'zh' });
  expect(ask()).toBe(ask());
  expect(effectiveValues(workspace, { path: 'not open', language: 'zh' }).size).toBe(0);
});
