import { expect, test } from 'vitest';
import { linkTexts } from '../testing.ts';
import { closureOf, transitiveBasis } from './closure.ts';

test('what documents rest on is found through each other, nearest first, cycles included', () => {
  const basis: Readonly<Record<string, readonly string[]>> = { a: ['b', 'c'], b: ['d'], d: ['b'] };
  expect(transitiveBasis(['a'], { basisOf: (id) => basis[id] ?? [] })).toEqual(['b', 'c', 'd']);
});

const texts = {
  nation: '文件「国」 { 标识 n；  层级 国家；  施行 自 2000-01-01 }',
  province: '文件「省」 { 标识 p；  层级 省 甲省；  施行 自 2020-01-01；  依据 国 }',
  fill: '文件「市」 { 标识 f；  层级 市 乙市 属 甲省；  施行 自 2020-01-01；  依据 省 } 确定 x = 1元；',
  plain: '文件「另」 { 标识 q；  层级 市 乙市 属 甲省；  施行 自 2020-01-01；  依据 省 }',
  foreign:
    '文件「外」 { 标识 o；  层级 市 丙市 属 丁省；  施行 自 2020-01-01；  依据 国 } 确定 x = 1元；',
  version: '文件「省二」 { 标识 p；  层级 省 甲省；  施行 自 2024-01-01；  依据 国 }',
};

test.each([
  ['province', ['province', 'nation', 'fill', 'version']],
  ['fill', ['fill', 'nation', 'province', 'version']],
  ['plain', ['plain', 'nation', 'province', 'fill', 'version']],
  ['foreign', ['foreign', 'nation']],
])('a module of %s is made of %j', (path, expected) => {
  const all = [...linkTexts(texts).values()].map(({ document }) => document);
  const target = all.find((each) => each.path === path);
  const closure = target ? closureOf(target, all, () => true) : [];
  expect(closure.map((each) => each.path)).toEqual(expected);
});
