/** Why nothing can be determined, worded for the trace and for 待补充. */

export function noCase(labels: readonly string[]): string {
  return labels.length === 0 ? '没有一种情形适用' : `没有一种情形适用：${labels.join('、')}`;
}

export function conflictingCases(labels: readonly string[]): string {
  const names = labels.map((label) => `「${label}」`).join('与');
  return `${names}同时适用，而结果不同`;
}

export function noRow(keys: readonly string[]): string {
  return `表中没有 ${keys.join('、')} 的一行`;
}

export function noCatalogue(name: string, file: string): string {
  return `目录「${name}」的文件 ${file} 没有读入`;
}

export function noCatalogueRow(name: string, keys: readonly string[]): string {
  return `目录「${name}」中没有当日有效的 ${keys.join('、')}`;
}

export const noVersion = '该日期没有有效的规定';
export const divisionByZero = '除数为零';
export const divisorNotPositive = '除数不大于零';
export const noHolidayNotice = '国务院办公厅尚未公布该年放假安排，不能推算工作日';
