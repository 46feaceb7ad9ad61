import type { NewDocument } from './new-document.ts';
import { documentHead } from './new-document.ts';

/** A catalogue with its columns, how an item is looked up, and an example that brings rows of its own. */
export function catalogueTemplate(document: NewDocument): string {
  const where = document.place.level === 'nation' ? '' : `\n  地区 ${document.place.name}；`;
  return `${documentHead(document)}
// 目录的行放在旁边的 CSV 表格里，第一行是列名：编码,名称,类别,限价,开始日,结束日。
条「一」"在这里写目录和限价的原文。" {
  目录 药品目录 来源 "${fileName(document.code)}" {
    键 编码：文本；
    列 名称：文本；
    列 类别：费用类别；
    列 限价：金额/单位 0元/单位..100万元/单位 或 不限；
    生效 开始日、结束日；
  }

  实体 明细 {
    定义 限内金额：金额 取整 四舍五入到分 {
      情形「限价」：药品目录[项目代码].限价 ≠ 不限：药品目录[项目代码].限价 × 数量 取整 四舍五入到分；
      其余：金额；
    }
  }

  确定 类别 缺省 药品目录[项目代码].类别；
  确定 超限价 缺省 最大(0元，金额 − 限内金额)；
}

// 算例可以自带几行，编码和价格是编造的。
算例「限价100元，用了10个，共1200元」 等级 示例 {${where}
  目录 药品目录 { "X001" | "示例药" | 甲 | 100元/单位 }
  结算 { 结算日期：${document.from}； 明细 { 项目代码 | 数量 | 金额； "X001" | 10 | 1200元 } }
  期望 { 超限价 = 200元； 合规费用 = 1000元 }
}
`;
}

/** The CSV beside the text, named after the last part of its code. */
function fileName(code: string): string {
  return `${code.split('.').at(-1)}.csv`;
}
