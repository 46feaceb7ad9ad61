import type { NewDocument } from './new-document.ts';
import { documentHead } from './new-document.ts';

/** One handling service before and after, and a metric over it. */
export function servicesTemplate(document: NewDocument): string {
  return `${documentHead(document)}
// 下面的时限和材料都是示例，改成文件里的，并换上原文。
条「一」"在这里写事项、时限和材料的原文。" {
  事项 示例事项 代码 未见 "还没有查到代码" {
    层级 市、县；
    渠道 窗口 等级 示例；
    渠道 自 ${document.from} 网上、掌上 等级 示例；
    时限 20个工作日 等级 示例；
    时限 自 ${document.from} 10个工作日 等级 示例；
    材料 等级 示例 {
      1 "申请表"；
      2 "身份证复印件"；
      3 "参保凭证"；
    }
    材料 自 ${document.from} 等级 示例 {
      1 "身份证"；
    }
  }
}

条「二」"在这里写目标的原文，例如：办理时限压缩50%以上，申请材料精简30%以上。" {
  指标 办理提速 {
    总时限 下降 不低于 50%；
    材料数 下降 不低于 30%；
  }
}
`;
}
