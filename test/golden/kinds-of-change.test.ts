import { changeText, compareStructures, structureOf, subjectText } from '@tiaoli/diff';
import { realPolicies } from '@tiaoli/workspace/testing';
import { describe, expect, test } from 'vitest';

const policies = await realPolicies();

/** What the list of changes says of a policy in which one text stands in the place of another. */
async function told(file: string, from: string, to: string): Promise<readonly string[]> {
  const path = `policies/${file}.tiaoli`;
  const text = policies.texts.get(path) ?? '';
  expect(text, `${file} has ${from}`).toContain(from);
  const before = policies.lower(path).module;
  await policies.language.update([{ path, text: text.replace(from, to) }]);
  const { module: after, diagnostics } = policies.lower(path);
  await policies.language.update([{ path, text }]);
  if (!before || !after) throw new Error(diagnostics.map(({ message }) => message.zh).join('\n'));
  const { changes } = compareStructures(structureOf(before), structureOf(after));
  return changes.map((change) => {
    const subject = 'subject' in change ? change.subject : change.item.subject;
    return `${subjectText(subject, 'zh')} ${changeText(change).zh}`;
  });
}

/** Where, what is written instead of what, and what is said of it: all of it. */
type Row = readonly [file: string, from: string, to: string, ...lines: readonly string[]];

const rows: readonly Row[] = [
  [
    'national/common',
    '组 重点对象 = {特困人员、低保对象、返贫致贫人口}',
    '组 重点对象 = {特困人员、低保对象、监测对象}',
    '组「重点对象」 成员：增加 监测对象；减少 返贫致贫人口',
  ],
  [
    'patterns/shape-45',
    '缴费日期 不低于 出生日期',
    '缴费日期 超过 出生日期',
    '约束「参保不早于出生」 条件：缴费日期 ≥ 出生日期 → 缴费日期 > 出生日期',
  ],
  [
    'patterns/shape-42',
    '在 0元 至 3000元 步长 500元',
    '在 0元 至 2000元 步长 100元',
    '授权「救助起付」 不高于：3000元 → 2000元（−1000元，−33.3%）；授权收窄',
    '授权「救助起付」 步长：500元 → 100元（−400元，−80%）',
  ],
  [
    'patterns/shape-42',
    '不低于 70% 可按 人员类别',
    '不低于 60%',
    '授权「救助比例」 人员类别，可按：删去 人员类别；授权收窄',
    '授权「救助比例」 不低于：70% → 60%（降低10个百分点）；授权放宽',
  ],
  [
    'patterns/shape-02',
    '次第 住院次数：100%、70%、50%',
    '次第 住院次数：100%、60%',
    '层「住院统筹」 起付，第3项，次第比例：删去 50%',
    '层「住院统筹」 起付，第2项，次第比例：70% → 60%（降低10个百分点）',
  ],
  [
    'patterns/shape-02b',
    '递减 住院次数 100元 不低于 100元',
    '递减 住院次数 50元 不低于 100元',
    '层「住院统筹」 起付，递减：100元 → 50元（−50元，−50%）；均为示例',
  ],
  ['patterns/shape-09', '每 90天', '每 60天', '层「住院统筹」 起付，每满：90 → 60（−30，−33.3%）'],
  [
    'patterns/shape-16',
    '个人比例 不低于 1%',
    '个人比例 不低于 2%',
    '层「住院统筹」 个人比例：1% → 2%（提高1个百分点）',
  ],
  [
    'patterns/shape-20',
    '费用限额 每日 600元 起付前',
    '费用限额 每日 500元 起付前',
    '层「门诊补充」 费用限额（起付前），限额：600元 → 500元（−100元，−16.7%）',
  ],
  [
    'patterns/shape-15',
    '个人比例 乘 80%',
    '个人比例 乘 70%',
    '层「住院统筹」 调整「退休」，倍数：80% → 70%（降低10个百分点）',
  ],
  [
    'patterns/shape-23',
    '限额池「门诊」 每年 1万元 { 救助门诊 }',
    '限额池「门诊」 每年 8000元 { 救助门诊 }',
    '限额池「门诊」 限额：10000元 → 8000元（−2000元，−20%）',
  ],
  [
    'patterns/shape-23',
    '{ 救助住院、救助慢特 }',
    '{ 救助住院 }',
    '限额池「慢特病和住院」 层：减少 救助慢特',
  ],
  ['shandong/assistance-2022', '重叠 就高；', '重叠 就低；', '层「医疗救助」 重叠：就高 → 就低'],
  [
    'patterns/shape-53',
    '上次列入后 12个月',
    '上次列入后 6个月',
    '名单「因病致贫返贫预警」 重报间隔：12个月 → 6个月（−6个月，−50%）；均为示例',
  ],
  [
    'shandong/monitoring',
    '推送 民政部门、乡村振兴部门',
    '推送 民政部门',
    '名单「因病致贫返贫预警」 推送：减少 乡村振兴部门',
  ],
  [
    'sichuan/handling-services',
    '时限 自 2024-01-01 1个工作日',
    '时限 自 2024-01-01 即时',
    '事项「单位参保登记」 自 2024-01-01，时限：1个工作日 → 即时（−1个工作日，−100%）',
  ],
  [
    'sichuan/handling-services',
    '总时限 下降 不低于 60%',
    '总时限 下降 不低于 50%',
    '指标「2024年版更快」 总时限，不低于：60% → 50%（降低10个百分点）',
  ],
  [
    'patterns/shape-48',
    '50% × 个人缴费标准[二档]',
    '40% × 个人缴费标准[二档]',
    '定义「缴费.资助额」 情形「半额」：取整(50% × 个人缴费标准, 四舍五入到分) → 取整(40% × 个人缴费标准, 四舍五入到分)',
  ],
  [
    'patterns/shape-48',
    '救助资金资助：资助额',
    '救助资金资助：50% × 资助额',
    '分担「应缴」 救助资金资助：取整(资助额, 四舍五入到分) → 取整(50% × 资助额, 四舍五入到分)',
  ],
  [
    'patterns/shape-49',
    '最近 病组应付 存量',
    '最近 医疗费总额 存量',
    '累计「上次应付」 取值：病组应付（不适用时为0元） → 医疗费总额（不适用时为0元）；均为示例',
  ],
  [
    'patterns/shape-49',
    '情形「长住院」：住院天数 超过 长住院天数',
    '情形「长住院」：住院天数 不低于 长住院天数',
    '定义「病组应付」 情形「长住院」，当：住院天数 > 长住院天数 → 住院天数 ≥ 长住院天数；均为示例',
  ],
  ['patterns/shape-46', '入 1 每年', '入 2 每年', '累计「激励计年」 入，数额：1 → 2（+1，+100%）'],
  [
    'patterns/shape-43b',
    '至 2026-12-31 当 险种 = 居民',
    '至 2027-12-31 当 险种 = 居民',
    '特别规定「支付比例」 自 2025-01-01，至：2026-12-31 → 2027-12-31（推迟365天）',
    '特别规定「起付标准」 自 2025-01-01，至：2026-12-31 → 2027-12-31（推迟365天）',
  ],
  [
    'patterns/shape-38',
    '医院级别 不超过 二级 { 比例 100% }',
    '医院级别 不超过 一级 { 比例 90% }',
    '层「医疗救助」 情形「特困基层」，当：人员类别 含 {特困人员} 且 医院级别 ≤ 二级 → 人员类别 含 {特困人员} 且 医院级别 ≤ 一级',
    '层「医疗救助」 情形「特困基层」，比例：100% → 90%（降低10个百分点）',
  ],
  [
    'qinghai/resident',
    '住院统筹； 大病保险； 现金 其余 }',
    '大病保险； 住院统筹； 现金 其余 }',
    '层「大病保险」 基数，住院统筹.政策内余额：删去 住院统筹.政策内余额',
    '层「大病保险」 基数，政策内：新增 政策内',
    '层序 层：住院统筹、大病保险 → 大病保险、住院统筹',
  ],
  [
    'national/common',
    '授权 省、市 确定 类别 缺省',
    '授权 省 确定 类别 缺省',
    '授权「类别」 层级：减少 市；授权收窄',
  ],
  [
    'national/common',
    '年龄 别名 "age"：整数 0周岁..130周岁',
    '年龄 别名 "age"：整数 0周岁..120周岁',
    '输入「参保人.年龄」 上限：130 → 120（−10，−7.7%）',
  ],
  [
    'national/drug-list-example',
    '列 限价：金额/单位 0元/单位..1万元/单位 或 不限',
    '列 限价：金额/单位 0元/单位..1万元/单位',
    '目录「药品目录」 限价，可以写：删去 不限',
    '目录「药品目录」 目录内容：有改动',
  ],
  [
    'qinghai/resident',
    '三级：1500元',
    '三级：1200元',
    '参数「起付标准」 三级：1500元 → 1200元（−300元，−20%）',
  ],
  [
    'qinghai/resident',
    '自 2022-01-01 = 12000元',
    '自 2023-01-01 = 12000元',
    '参数「大病起付」 起始日 2022-01-01 → 2023-01-01（推迟365天）',
  ],
  [
    'qinghai/resident',
    '限额 每年 10万元',
    '限额 每月 10万元',
    '层「住院统筹」 限额，期间：每年 → 每月',
  ],
  [
    'qinghai/resident',
    '大病保险 = 10440元； 个人负担 = 14610元',
    '大病保险 = 10440元； 个人负担 = 14611元',
    '算例「2023年：三级医院8万元」 第1项，个人负担，期望：14610元 → 14611元（+1元）',
  ],
  [
    'qinghai/resident',
    '施行 自 2017-01-01',
    '施行 自 2018-01-01',
    '文件 施行：自 2017-01-01 → 自 2018-01-01',
  ],
  [
    'qinghai/resident',
    '取整 四舍五入到分',
    '取整 舍去到元',
    '文件 取整：四舍五入到分 → 舍去到元',
    '层「住院统筹」 取整：四舍五入到分 → 舍去到元',
    '层「大病保险」 取整：四舍五入到分 → 舍去到元',
  ],
];

describe('each kind of change is told in one line', () => {
  test.each(rows)('%s: %s to %s', async (file, from, to, ...lines) => {
    expect(await told(file, from, to)).toEqual(lines);
  });
});
