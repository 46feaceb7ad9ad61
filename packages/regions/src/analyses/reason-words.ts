import type { LocalText } from '@tiaoli/base';

type Words = readonly [pattern: RegExp, en: (first: string, second: string) => string];

/** Reasons as the interpreter and `bind` word them: Chinese, since they are part of what a calculator answers. */
const reasons: readonly Words[] = [
  [/^没有一种情形适用$/, () => 'no case applies'],
  [/^没有一种情形适用：(.*)$/, (labels) => `no case applies: ${listed(labels)}`],
  [/^表中没有 (.*) 的一行$/, (keys) => `the table has no row for ${listed(keys)}`],
  [/^目录「(.*)」中没有当日有效的 (.*)$/, (name, keys) => `“${name}” has no ${keys} that day`],
  [/^参数「(.*)」在(.*)没有规定$/, (name, day) => `“${name}” has no value on ${day}`],
  [/^参数「(.*)」的(.*)年度值没有规定$/, (name, year) => `“${name}” has no value for ${year}`],
  [/^在(.*)没有有效的规定$/, (day) => `nothing is in force on ${day}`],
  [/^该日期没有有效的规定$/, () => 'nothing is in force that day'],
  [/^除数为零$/, () => 'the divisor is zero'],
  [/^除数不大于零$/, () => 'the divisor is not above zero'],
];

/** Why a value is missing, in both languages; what an author wrote (未见) stays as written. */
export function reasonWords(reason: string): LocalText {
  for (const [pattern, en] of reasons) {
    const found = pattern.exec(reason);
    if (found) return { zh: reason, en: en(found[1] ?? '', found[2] ?? '') };
  }
  return { zh: reason, en: reason };
}

function listed(names: string): string {
  return names.replaceAll('、', ', ');
}
