import type { AstNode } from 'langium';
import { citationsOf, readHeader } from './document-header.ts';
import type { Expression } from './generated/ast.ts';
import type { LinkedFile, OpenFile } from './link-documents.ts';
import { linkDocuments } from './link-documents.ts';
import type { DocumentScope } from './references/document-scope.ts';
import { createServices, parseText } from './services.ts';
import { spanOf } from './span-of.ts';

// Making the services takes longer than a test; they are shared, and find the scope of whatever was linked last.
const scopes = new WeakMap<AstNode, DocumentScope>();
const services = createServices((root) => scopes.get(root));

/** For tests of this package: texts by path, opened and linked as the workspace does, with scopes to ask. */
export function linkTexts(
  texts: Readonly<Record<string, string>>,
): ReadonlyMap<string, LinkedFile> {
  const open = Object.entries(texts).map(([path, text]): OpenFile => {
    const { ast, findings } = parseText(services, path, text);
    const header = readHeader(ast, path, spanOf(ast.document ?? ast));
    return { path, text, file: ast, header, citations: citationsOf(ast), syntax: findings };
  });
  const linked = linkDocuments(open, new Map(), (root) => scopes.get(root));
  for (const { document } of linked.values()) scopes.set(document.file, document.scope);
  return linked;
}

/** The value of `定义 name` in a linked file; throws on a slip of the test. */
export function definedValue(linked: LinkedFile | undefined, name: string): Expression {
  const [declared] = linked?.document.scope.lookup(name, 'value') ?? [];
  const value = declared?.kind === 'definition' ? declared.nodes[0].value : undefined;
  if (value === undefined) throw new Error(`no definition with a value: ${name}`);
  return value;
}

/** A document that the tests of this package rest on: persons, claims, items, one table, one layer. */
export const commonText = `
文件「公共」 { 标识 test.common；  层级 国家；  施行 自 2000-01-01；  取整 四舍五入到分 }
枚举 医院级别 有序 { 一级；二级；三级 }
枚举 人员类别 { 普通；特困人员；低保对象 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金；  居民大病 "hifmi_pay" 基金 }
组 重点对象 = {特困人员、低保对象}；
实体 参保人 期 年度 {
  输入 年龄：整数 0周岁..130周岁；
  输入 人员类别：集合 人员类别 至多 2；
  输入 认定日：日期 或 无；
}
实体 结算 属 参保人 序 结算日期 {
  输入 医院级别：医院级别 缺省 三级；
  输入 结算日期：日期；
  输入 费用：金额 0元..1000万元；
  分担 费用 { 全自费：10% × 总；  合规费用：其余 }
}
实体 明细 属 结算 { 输入 金额：金额 0元..100万元；  分担 金额 { 全自费：50% × 总；  合规：其余 } }
表 起付标准：金额 按 医院级别 { 一级：100元；  二级：200元；  三级：300元 }
参数 人均收入：金额 { 2022年度 = 3万元 }
层 住院统筹 { 支付方 统筹基金；  适用 当 医院级别 = 一级；  基数 合规费用；  起付 每年 起付标准；  比例 60% }
累计 住院次数：整数 = 计数 每年；
层序 总额 费用 { 住院统筹；  现金 其余 }
`;

/** A document of a city on top of `commonText`, with `statements`. */
export function cityText(statements: string): string {
  return `文件「市」 { 标识 test.city；  层级 市 甲市 属 乙省；  施行 自 2024-01-01；  依据 公共；  取整 四舍五入到分 }\n${statements}`;
}
