import type { Program } from '@tiaoli/ir';
import { openText } from './open-pair.ts';

/** A policy of one time limit, as it is written, on any day of fifty years; `more` follows it. */
export function policyOf(limit: string, more = ''): Promise<Program> {
  return openText(`语言 1
文件「时限」 { 标识 test.working-days；层级 国家；施行 自 2003-01-01 }
枚举 类别 { 甲；乙；丙 }
实体 参保人 期 年度 {}
实体 结算 属 参保人 序 受理日期 {
  输入 受理日期：日期 1990-01-01..2040-12-31；
  输入 类别：类别；
  输入 宽限：整数 0..2000；
}
表 天数：整数 按 类别 { 甲：3；乙：5；丙：10 }
定义 期限：日期 = ${limit}；
${more}`);
}
