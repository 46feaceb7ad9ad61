import { expect, test } from 'vitest';
import { cityText, commonText, definedValue, linkTexts } from '../testing.ts';
import type { Resolution } from './resolution.ts';

function resolved(type: string, expression: string, more = ''): Resolution {
  const text = cityText(`${more}定义 甲：${type} = ${expression}；`);
  const linked = linkTexts({ common: commonText, city: text }).get('city');
  const scope = linked?.document.scope;
  if (scope === undefined) throw new Error('the city is not open');
  return scope.resolve(definedValue(linked, '甲'));
}

test.each([
  ['金额', '费用', { kind: 'input', declared: { id: 'test.common/结算.费用' } }],
  ['金额', '全自费', { kind: 'share-part', declared: { id: 'test.common/结算.全自费' } }],
  ['金额', '明细.全自费', { kind: 'share-part', declared: { id: 'test.common/明细.全自费' } }],
  ['金额', '住院统筹', { kind: 'layer-result', result: '支付' }],
  ['金额', '住院统筹.起付', { kind: 'layer-result', result: '起付' }],
  ['金额', '住院统筹.deductible', { kind: 'layer-result', result: '起付' }],
  ['金额', '住院统筹.损失「未备案」', { kind: 'layer-result', result: '损失', label: '未备案' }],
  ['金额', '住院统筹.支付.本年', { kind: 'layer-state', state: '支付', period: '本年' }],
  ['整数', '住院次数', { kind: 'accumulator', moment: 'before' }],
  ['整数', '住院次数.之后', { kind: 'accumulator', moment: 'after' }],
  ['金额', '人均收入[上年]', { kind: 'parameter', yearOffset: -1 }],
  ['金额', '个人负担', { kind: 'waterfall-name', name: '个人负担' }],
  ['金额', 'hifp_pay', { kind: 'output-field', field: 'hifp_pay' }],
  ['医院级别', '一级', { kind: 'member', member: '一级' }],
  ['金额', '起付标准', { kind: 'parameter', keys: [{ kind: 'field' }] }],
  ['金额', '起付标准[一级]', { kind: 'parameter', keys: [{ kind: 'index' }] }],
  ['金额', '最大(费用, 费用)', { kind: 'function', name: '最大' }],
])('%s %s', (type, expression, meaning) => {
  expect(resolved(type, expression)).toMatchObject(meaning);
});

test.each([
  ['费佣', { reason: 'unknown', suggestion: '费用' }],
  ['住院统筹.起付线', { reason: 'part', within: '住院统筹', suggestion: '起付' }],
  ['住院统筹.损失', { reason: 'part' }],
  ['费用[上年]', { reason: 'misplaced' }],
  ['费用.起付', { reason: 'part' }],
  ['没有.起付', { reason: 'follow-up' }],
])('%s means nothing', (expression, why) => {
  expect(resolved('金额', expression)).toMatchObject({ kind: 'unresolved', ...why });
});

test('a member of two enumerations is read by the field beside it', () => {
  const more = '枚举 机构 { 一级；社区 } 实体 结算 { 输入 机构：机构 } ';
  expect(resolved('机构', '一级', more)).toMatchObject({ enumeration: { id: 'test.city/机构' } });
  expect(resolved('医院级别', '一级', more)).toMatchObject({
    enumeration: { id: 'test.common/医院级别' },
  });
});

test('a name of the city never changes what the common document means', () => {
  const more = '枚举 医院级别 { 甲级；乙级 } ';
  const linked = linkTexts({ common: commonText, city: cityText(more) });
  const scope = linked.get('city')?.document.scope;
  const [table] = scope?.lookup('起付标准', 'value') ?? [];
  const [node] = table?.kind === 'parameter' ? table.nodes : [];
  const [row] = node?.$type === 'Table' ? node.rows : [];
  const content = row?.$type === 'KeyedRow' ? row.keys[0]?.content : undefined;
  const key = content?.$type === 'Interval' ? content.first.value : undefined;
  expect(key && scope?.resolve(key)).toMatchObject({ enumeration: { id: 'test.common/医院级别' } });
});

test('links of Langium go where the scope says', () => {
  const linked = linkTexts({ common: commonText, city: cityText('定义 甲：金额 = 费用；') });
  const value = definedValue(linked.get('city'), '甲');
  expect(value.$type === 'NameReference' && value.target.ref).toMatchObject({
    $type: 'Input',
    name: '费用',
  });
});
