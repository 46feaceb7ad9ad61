import type { Diagnostic } from '@tiaoli/base';
import { describe, expect, test } from 'vitest';
import { createParser } from './parser.ts';

const source = `语言 1
文件「淄博市医疗救助实施办法」 {
  标识 zibo.assistance；  层级 市 淄博市 属 山东省；  施行 自 2022-10-01；  取整 四舍五入到分；
  依据 鲁政办发〔2022〕12号；
}

条「五」"对特困人员，救助比例不低于70%，年度救助限额不低于3万元。" {
  参数 重点救助比例：比例 = 70%；
  授权 市 确定 重点救助比例 不低于 70%；
  参数 重点救助限额：金额 = 3万元；
  授权 市 确定 重点救助限额 不低于 3万元；

  层 医疗救助 {
    支付方 医疗救助金；
    基数  大病后合规自付；
    情形「重点」：人员类别 属于 {特困人员、低保对象、返贫致贫人口} {
      起付 每年 0元；  比例 重点救助比例；  限额 每年 重点救助限额；
    }
    情形「边缘」：人员类别 属于 {低保边缘家庭成员、监测对象} {
      起付 每年 3000元；  比例 50%；  限额 每年 2万元；
    }
    重叠 就高；
  }
}

表 起付标准：金额 按 医院级别、险种 {
  医院级别 | 居民 | 职工；
  一级 | 200元 | 400元；
}

算例「泰安 低保对象 三级医院」 出处 "泰政办发〔2022〕14号" {
  参保人 { 人员类别：{低保对象}；  年龄：45周岁 }
  结算 { 医院级别：三级；  甲类费用：6万元 }
  期望 { 医疗救助 = 8421.35元；  个人负担 = 1234.5元 }
}
`;

const parser = createParser();

/** The findings of the source with one slip, as `line:column code`. */
function slip(from: string, to: string): readonly Diagnostic[] {
  expect(source).toContain(from);
  return parser.parse(source.replace(from, () => to)).findings;
}

function placed({ span, code }: Diagnostic): string {
  return `${span.start.line}:${span.start.column} ${code}`;
}

interface Slip {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly finding: string;
  /** A part of the Chinese message or hint that the drafter needs. */
  readonly says?: string;
}

const slips: readonly Slip[] = [
  {
    what: 'no ； between statements',
    from: '参数 重点救助比例：比例 = 70%；',
    to: '参数 重点救助比例：比例 = 70%',
    finding: '8:20 missing-semicolon',
    says: '在“70%”之后',
  },
  {
    what: 'no ； between slots',
    from: '起付 每年 0元；  比例',
    to: '起付 每年 0元  比例',
    finding: '17:14 missing-semicolon',
  },
  {
    what: 'no ； behind a name',
    from: '基数  大病后合规自付；',
    to: '基数  大病后合规自付',
    finding: '15:15 missing-semicolon',
  },
  {
    what: 'no } of a case',
    from: '比例 50%；  限额 每年 2万元；\n    }',
    to: '比例 50%；  限额 每年 2万元；\n    ',
    finding: '19:36 unclosed-brace',
    says: '第 19 行',
  },
  {
    what: 'one } too many',
    from: '重叠 就高；\n  }',
    to: '重叠 就高；\n  }}',
    finding: '24:1 extra-brace',
  },
  {
    what: 'no {',
    from: '层 医疗救助 {',
    to: '层 医疗救助',
    finding: '14:5 missing-brace',
    says: '缺少 {',
  },
  {
    what: 'an open " ',
    from: '不低于3万元。"',
    to: '不低于3万元。',
    finding: '7:5 unclosed-quote',
    says: '文字不能跨行',
  },
  {
    what: '“ closed by "',
    from: '出处 "泰政办发〔2022〕14号"',
    to: '出处 “泰政办发〔2022〕14号"',
    finding: '31:21 mismatched-quote',
  },
  {
    what: 'an open 「 with quotes behind it',
    from: '算例「泰安 低保对象 三级医院」',
    to: '算例「泰安 低保对象 三级医院',
    finding: '31:3 unclosed-quote',
  },
  {
    what: '起付线 for 起付',
    from: '起付 每年 3000元',
    to: '起付线 每年 3000元',
    finding: '20:7 misspelt-word',
    says: '是不是“起付”',
  },
  {
    what: '其他 for 其余',
    from: '重叠 就高；',
    to: '其他 { 比例 10% }',
    finding: '22:5 misspelt-word',
    says: '是不是“其余”',
  },
  {
    what: 'a wrong character',
    from: '限额 每年 2万元；',
    to: '限颔 每年 2万元；',
    finding: '20:30 misspelt-word',
    says: '是不是“限额”',
  },
  {
    what: '参数 glued to its name',
    from: '参数 重点救助比例：比例',
    to: '参数重点救助比例：比例',
    finding: '8:3 glued-words',
    says: '参数 重点救助比例',
  },
  {
    what: '层 glued to its name',
    from: '层 医疗救助',
    to: '层医疗救助',
    finding: '13:3 glued-words',
    says: '层 医疗救助',
  },
  {
    what: 'three words glued',
    from: '限额 每年 重点救助限额',
    to: '限额每年重点救助限额',
    finding: '17:30 glued-words',
    says: '限额 每年 重点救助限额',
  },
  {
    what: '块',
    from: '起付 每年 3000元',
    to: '起付 每年 3000块',
    finding: '20:17 wrong-unit',
    says: '“元”',
  },
  {
    what: '文',
    from: '起付 每年 3000元',
    to: '起付 每年 3000文',
    finding: '20:17 unknown-unit',
    says: '金额写 元',
  },
  {
    what: '个点',
    from: '比例 50%；',
    to: '比例 50%；  调整「x」 比例 提高 5个点；',
    finding: '20:43 wrong-unit',
    says: '个百分点',
  },
  {
    what: 'a date with dots',
    from: '2022-10-01',
    to: '2022.10.1',
    finding: '3:46 malformed-date',
    says: '2022-10-01',
  },
  {
    what: 'a day that does not exist',
    from: '2022-10-01',
    to: '2022-02-30',
    finding: '3:46 impossible-date',
  },
  { what: '。 for ；', from: '比例 50%；', to: '比例 50%。', finding: '20:27 full-stop' },
  {
    what: 'no ： in a fact',
    from: '年龄：45周岁',
    to: '年龄 45周岁',
    finding: '32:26 missing-colon',
    says: '在“年龄”之后',
  },
  {
    what: 'no ： behind a label',
    from: '「重点」：人员类别',
    to: '「重点」 人员类别',
    finding: '16:12 missing-colon',
  },
  {
    what: 'a label without 「」',
    from: '「重点」：人员类别',
    to: ' 重点：人员类别',
    finding: '16:8 bare-label',
    says: '情形「重点」：',
  },
  {
    what: 'a reserved word as a name',
    from: '参数 重点救助限额：',
    to: '参数 以上：',
    finding: '10:6 reserved-word',
    says: '「以上」',
  },
  {
    what: 'a space for 、',
    from: '{特困人员、低保对象、返贫',
    to: '{特困人员 低保对象、返贫',
    finding: '16:26 missing-separator',
    says: '“特困人员”与“低保对象”',
  },
  {
    what: 'no type',
    from: '参数 重点救助限额：金额 = 3万元',
    to: '参数 重点救助限额 = 3万元',
    finding: '10:13 missing-colon',
  },
  {
    what: 'a character of no use',
    from: '比例 50%；',
    to: '比例 50%；  ￥',
    finding: '20:30 unexpected-character',
  },
  {
    what: 'a direction control',
    from: '比例 50%；',
    to: '比例 \u202e50%；',
    finding: '20:24 bidi-character',
    says: 'U+202E',
  },
  {
    what: 'a direction control in a quote',
    from: '"泰政',
    to: '"泰\u202e政',
    finding: '31:23 bidi-character',
  },
  {
    what: 'a zero-width character in a name',
    from: '基数  大病后合规自付',
    to: '基数  大病后\u200b合规自付',
    finding: '15:12 invisible-character',
    says: 'U+200B',
  },
  {
    what: 'an unfinished slot',
    from: '比例 50%；',
    to: '比例 ',
    finding: '20:29 unfinished-statement',
    says: '没有写完',
  },
  {
    what: 'half an expression',
    from: '比例 50%；',
    to: '比例 50% + ；',
    finding: '20:30 unexpected-token',
    says: '带单位的数',
  },
  {
    what: 'a blank last cell',
    from: '200元 | 400元',
    to: '200元 | ',
    finding: '28:13 blank-cell',
    says: '未见',
  },
  {
    what: 'a blank cell between',
    from: '一级 | 200元 | 400元',
    to: '一级 | 200元 | | 400元',
    finding: '28:13 blank-cell',
  },
  {
    what: 'a second header',
    from: '算例「泰安',
    to: '文件「b」 { 层级 国家 }\n算例「泰安',
    finding: '31:1 second-document',
    says: '一个文件',
  },
  {
    what: '取整 behind a block',
    from: '重叠 就高；\n  }',
    to: '重叠 就高；\n  } 取整 四舍五入到分；',
    finding: '23:5 clause-after-block',
    says: '写在 { 之前',
  },
  {
    what: 'no period of a deductible',
    from: '起付 每年 3000元',
    to: '起付 3000元',
    finding: '20:10 missing-period',
    says: '起付 每年',
  },
  {
    what: 'no 当',
    from: '支付方 医疗救助金；',
    to: '支付方 医疗救助金；适用 人员类别 含 重点对象；',
    finding: '14:18 expected-token',
    says: '应是“当”',
  },
  {
    what: 'a word of another language',
    from: '语言 1\n',
    to: 'hello world\n',
    finding: '1:1 unexpected-token',
  },
];

describe('one slip gives one finding, where it is', () => {
  test.each(slips)('$what', ({ from, to, finding, says = '' }) => {
    const findings = slip(from, to);
    expect(findings.map(placed)).toEqual([finding]);
    const [found] = findings;
    expect(`${found?.message.zh} ${found?.hint?.zh ?? ''}`).toContain(says);
    expect(found?.message.en).not.toBe('');
  });
});

describe('habits of typing that are no slips', () => {
  test.each([
    {
      what: '” on both sides',
      from: '出处 "泰政',
      to: '出处 ”泰政',
      again: ['〔2022〕14号"', '〔2022〕14号”'],
    },
    {
      what: 'commas of three kinds',
      from: '{特困人员、低保对象、返贫',
      to: '{特困人员,低保对象，返贫',
    },
    { what: 'an English keyword', from: '起付 每年 0元', to: 'deductible per year 0元' },
    { what: 'no space before a number', from: '起付 每年 3000元', to: '起付每年3000元' },
    {
      what: 'full-width digits and braces',
      from: '{ 人员类别：{低保对象}；',
      to: '｛ 人员类别:｛低保对象｝；',
    },
    { what: 'an article of digits', from: '条「五」"对', to: '第5条 "对' },
    {
      what: '≧ and =>',
      from: '人员类别 属于 {低保边缘家庭成员',
      to: '费用 ≧ 3元 且 费用 => 3元 且 人员类别 属于 {甲',
    },
    { what: '‰', from: '比例 50%', to: '比例 3‰' },
    { what: '2万, which the types refuse', from: '限额 每年 2万元', to: '限额 每年 2万' },
  ])('$what', ({ from, to, again }) => {
    const [second, instead] = again ?? [from, from];
    const text = source.replace(from, () => to).replace(second ?? '', () => instead ?? '');
    expect(parser.parse(text).findings).toEqual([]);
  });
});

test('the source itself is clean', () => {
  expect(parser.parse(source).findings).toEqual([]);
});

test('an empty file is a file', () => {
  expect(parser.parse('').ast.elements).toEqual([]);
  expect(parser.parse('').findings).toEqual([]);
});

test('what follows a mistake keeps its meaning', () => {
  const { ast } = parser.parse(
    '参数 a：金额 = ；参数 b：金额 = 2元；层 c { 比例 ￥；限额 每年 1元 }',
  );
  expect(ast.elements.map(({ $type }) => $type)).toContain('Layer');
  expect(JSON.stringify(ast.elements.at(-1), ['$type', 'slots'])).toContain('CapSlot');
});

test('a place is given in lines, columns and UTF-16 offsets', () => {
  const { findings } = parser.parse('参数 𠮷：金额 = 1元；\n参数 b：金额 = 2块；', 'x.tiaoli');
  expect(findings[0]?.span).toEqual({
    file: 'x.tiaoli',
    start: { offset: 26, line: 2, column: 12 },
    end: { offset: 27, line: 2, column: 13 },
  });
});
