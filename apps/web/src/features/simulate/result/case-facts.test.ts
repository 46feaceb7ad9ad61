import { expect, test } from 'vitest';
import { caseFacts } from './case-facts.ts';

test('a case is found by its words, and by the layers that pay something else', () => {
  const facts = caseFacts({
    ...{ kind: 'gain', name: '职工·退休·普通，61岁', baseline: '9.00', reform: '8.00' },
    layers: [
      { layer: '门诊统筹', baseline: '1.00', reform: '2.00' },
      { layer: '大额', baseline: '3.00', reform: '3.00' },
    ],
    case: { person: { 人员类别: '退休' }, claims: [{ 医院级别: '三级', 总费用: '12.00' }] },
  });
  expect(facts.layers).toEqual(['门诊统筹']);
  expect(facts.words).toEqual(['退休', '三级', '12.00', '职工', '普通', '61岁']);
});
