import { expect, test } from 'vitest';
import { takeRelationApart } from './condition-words.ts';

test.each([
  ['就医地等于跨省', '就医地 = 跨省'],
  ['就医地不等于跨省', '就医地 ≠ 跨省'],
  ['费用大于等于起付', '费用 不低于 起付'],
  ['人员类别包含低保对象', '人员类别 含 低保对象'],
  ['人员类别不包含低保对象', '非 人员类别 含 低保对象'],
  ['人员类别不含低保对象', '非 人员类别 含 低保对象'],
  ['费用小于等于', '费用 不超过 …'],
])('%s is %s', (name, apart) => {
  expect(takeRelationApart(name)).toBe(apart);
});

// One letter is no relation: 行为 and 是否 are parts of names.
test.each(['行为能力', '是否在职', '等于', '大病合规费用'])('%s is one name', (name) => {
  expect(takeRelationApart(name)).toBeUndefined();
});
