import type { MessageEntry } from '@tiaoli/base';

/** A broken invariant before it is worded. */
export interface Fault {
  readonly code: ProblemCode;
  readonly id: string;
  readonly detail: string;
}

export interface FaultWords {
  readonly id: string;
  readonly detail: string;
}

function entry(zh: string, en: string): MessageEntry<FaultWords> {
  return {
    severity: 'error',
    message: ({ id, detail }) => ({
      zh: `${id}：${zh}${detail === '' ? '' : `（${detail}）`}`,
      en: `${id}: ${en}${detail === '' ? '' : ` (${detail})`}`,
    }),
    explanation: {
      zh: '编译的中间结果（IR）不合规格：这是编译器的缺陷，或 IR 文件被改动过；与条例原文的写法无关。',
      en: 'The intermediate result (IR) breaks its own rules: a fault of the compiler, or an IR file that was edited; the source is not to blame.',
    },
  };
}

/** The catalogue of what `verify` reports. */
export const problemMessages = {
  'ir-duplicate-id': entry('标识重复', 'the id occurs twice'),
  'ir-unknown-reference': entry('引用的对象不存在', 'a reference does not resolve'),
  'ir-not-visible': entry('此处看不到所引用的实体', 'the entity referred to is not visible here'),
  'ir-cycle': entry('循环引用', 'evaluated in a circle'),
  'ir-wrong-type': entry('类型不符', 'the types do not fit'),
  'ir-optional-operand': entry('此运算不接受不适用', 'the operator takes no 不适用'),
  'ir-optional-body': entry(
    '值可能不适用而未声明',
    'the value may be 不适用 and is not declared so',
  ),
  'ir-stray-element': entry('集合之外的成员', 'an element stands outside any set'),
  'ir-literal': entry('字面值写法不规范', 'a literal is not in its one form'),
  'ir-unit': entry('取整单位不是正数', 'a rounding unit is no positive number'),
  'ir-table': entry('表的行与键不一致', 'a row does not fit the keys'),
  'ir-empty': entry('缺少运算对象', 'there is nothing to operate on'),
  'ir-key-count': entry('键的个数与累计声明的不同', 'keys are not as many as the accumulator has'),
  'ir-instance': entry('按就诊或住院累计而没有键', 'an accumulator per visit or stay has no key'),
  'ir-unbound': entry('程序中还有未绑定的参数或版本', 'the program is not bound'),
  'ir-order': entry('定义不在求值次序上', 'the definitions are not in evaluation order'),
} satisfies Readonly<Record<string, MessageEntry<FaultWords>>>;

export type ProblemCode = keyof typeof problemMessages;
