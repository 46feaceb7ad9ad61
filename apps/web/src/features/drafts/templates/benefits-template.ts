import type { NewDocument } from './new-document.ts';
import { documentHead } from './new-document.ts';

/** A benefit of its own: parameters, a layer, the waterfall, an example; a province leaves its rate to the cities. */
export function benefitsTemplate(document: NewDocument): string {
  const { from, place } = document;
  const delegation = place.level === 'province' ? '\n  授权 市 确定 支付比例 不低于 60%；' : '';
  const where = place.level === 'nation' ? '' : `\n  地区 ${place.name}；`;
  return `${documentHead(document)}
条「一」"在这里写第一条的原文。" 说明；

// 下面的数都是示例。改成文件里的数，换上原文，并删去“等级 示例”：有示例的文件不能正式发布。
条「二」"在这里写起付标准、支付比例和年度限额的原文。" {
  参数 起付标准：金额 = 500元 等级 示例；
  参数 支付比例：比例 = 60% 等级 示例；${delegation}
  参数 年度限额：金额 = 10万元 等级 示例；

  层 住院统筹 {
    支付方 统筹基金；
    适用 当 就医类别 = 住院；
    适用日 结算日期；
    基数 合规费用；
    起付 每次 起付标准；
    比例 支付比例；
    限额 每年 年度限额；
  }

  层序 总额 医疗费总额 { 住院统筹； 现金 其余 }
}

算例「住院一次，1万元」 等级 示例 {${where}
  结算 { 结算日期：${from}； 甲类费用：1万元 }
  期望 { 住院统筹.起付 = 500元； 住院统筹 = 5700元； 个人负担 = 4300元 }
}
`;
}
