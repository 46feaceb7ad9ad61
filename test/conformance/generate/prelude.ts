/** The words that every generated document uses: one small common document, as `公共定义` is for real ones. */
export const preludePath = 'conformance/common.tiaoli';

export const preludeId = 'conformance.common';

export const levels: readonly string[] = ['一级', '二级', '三级'];
export const places: readonly string[] = ['市内', '省内', '跨省'];
export const categories = ['普通', '特困', '低保', '边缘', '监测'] as const;
export const keyGroup = ['特困', '低保'] as const;
export const statuses = ['在职', '退休', '灵活就业'] as const;
export const itemClasses = ['甲类', '乙类', '丙类'] as const;
export const hospitals = ['甲院', '乙院'] as const;

export const preludeText = `语言 1

文件「公共」 {
  标识 ${preludeId}；
  层级 国家；
  施行 自 2000-01-01；
  取整 四舍五入到分；
  年度 自 1月1日；
}

枚举 医院级别 有序 { ${levels.join('；')} }
枚举 就医地 { ${places.join('；')} }
枚举 人员类别 { ${categories.join('；')} }
组 重点对象 = {${keyGroup.join('、')}}；
枚举 身份 { ${statuses.join('；')} }
枚举 费用类别 { ${itemClasses.join('；')} }

枚举 支付方 {
  统筹基金 "hifp_pay" 基金；
  居民大病 "hifmi_pay" 基金；
  医疗救助金 "maf_pay" 基金；
  医院垫付 "hosp_part_amt"；
  现金 "psn_cash_pay"；
}

实体 家庭 {
}

实体 参保人 属 家庭 期 年度 {
  输入 成员：文本 缺省 "本人"；
  输入 年龄：整数 0周岁..120周岁；
  输入 连续年数：整数 0..60；
  输入 人员类别：集合 人员类别 至多 4；
  输入 困难：布尔；
  输入 身份：身份 按日；
}

实体 结算 属 参保人 序 结算日期、结算号 {
  输入 结算号：文本；
  输入 结算日期：日期 2000-01-01..2099-12-31；
  输入 入院日期：日期 2000-01-01..2099-12-31；
  输入 出院日期：日期 2000-01-01..2099-12-31；
  输入 就诊号：文本；
  输入 住院号：文本；
  输入 医院：文本；
  输入 住院天数：整数 1..3650；
  输入 医院级别：医院级别；
  输入 就医地：就医地；
  输入 费用：金额 0元..10000万元；
  输入 其他费用：金额 0元..10000万元；
  输入 商保赔付：金额 0元..10000万元 或 无；
  输入 登记日期：日期 2000-01-01..2099-12-31 或 无；
}

实体 明细 属 结算 {
  输入 类别：费用类别；
  输入 金额：金额 0元..1000万元；
  输入 数量：整数 0..100；
}
`;
