import { error, info, warning } from './entry.ts';

interface Named {
  readonly name: string;
}

interface Suggested extends Named {
  readonly suggestion?: string | undefined;
}

function didYouMean({ suggestion }: { readonly suggestion?: string | undefined }) {
  return suggestion === undefined
    ? {
        zh: '检查写法，或在本文件或其依据中声明它',
        en: 'check the spelling, or declare it here or in a document that this one rests on',
      }
    : { zh: `是不是“${suggestion}”？`, en: `did you mean “${suggestion}”?` };
}

/** Names: what they mean, who declares them, and whether people can tell them apart. */
export const nameMessages = {
  'unresolved-name': error<Suggested>({
    message: ({ name }) => ({
      zh: `没有名为“${name}”的参数、输入、定义或成员`,
      en: `nothing is called “${name}” here`,
    }),
    hint: didYouMean,
    explanation: {
      zh: '名称必须在本文件、或本文件所依据的文件中声明。“依据”是引入名称的唯一方式。',
      en: 'A name must be declared in this document or in one that it rests on. 依据 is the only import.',
    },
  }),
  'unknown-member': error<Suggested & { within: string }>({
    message: ({ name, within }) => ({
      zh: `“${name}”不是“${within}”的成员`,
      en: `“${name}” is no member of “${within}”`,
    }),
    hint: didYouMean,
    explanation: {
      zh: '这里要的是枚举的一个成员；成员在枚举中列出，“可增”的枚举可由下级文件增加。',
      en: 'A member of the enumeration is wanted here; members are listed there, and lower documents may add to one that is 可增.',
    },
  }),
  'ambiguous-member': error<Named & { candidates: readonly string[] }>({
    message: ({ name, candidates }) => ({
      zh: `“${name}”是多个枚举的成员：${candidates.join('、')}`,
      en: `“${name}” is a member of several enumerations: ${candidates.join(', ')}`,
    }),
    hint: () => ({
      zh: '与字段比较（字段 = 成员），或给定义写明类型',
      en: 'compare it with a field, or say the type of the definition',
    }),
    explanation: {
      zh: '不同枚举可以有同名的成员；在没有上下文的地方不能判断是哪一个。',
      en: 'Enumerations may share a member name; without a context the one meant cannot be told.',
    },
  }),
  'unknown-part': error<Suggested & { within: string }>({
    message: ({ name, within }) => ({
      zh: `“${within}”没有“${name}”`,
      en: `“${within}” has no “${name}”`,
    }),
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? {
            zh: '层的结果有 基数、起付、比例自付、超封顶、限外、支付 等；表的列在表头声明',
            en: 'a layer has 基数, 起付, 比例自付, 超封顶, 限外, 支付 …; a table has its columns',
          }
        : didYouMean({ suggestion }),
    explanation: {
      zh: '“.”后面是层的结果、表的列、实体的字段，或“之前”“之后”；“损失”后面要写调整的标签。',
      en: 'Behind a “.” stands a result of a layer, a column, a field, or 之前 or 之后; 损失 wants the label of an adjustment.',
    },
  }),
  'misplaced-name': error<Named>({
    message: ({ name }) => ({
      zh: `“${name}”在这里不是一个值`,
      en: `“${name}” is no value here`,
    }),
    hint: () => ({
      zh: '函数要写参数，如 最大(a, b)；类型、实体和枚举不能直接参与计算',
      en: 'a function wants arguments, as in 最大(a, b); types, entities and enumerations are no values',
    }),
    explanation: {
      zh: '函数名、类型名、枚举名和实体名不是值；只有函数可以带括号，只有参数和表可以带 [ ]。',
      en: 'Functions, types, enumerations and entities are no values; only functions take ( ), only parameters and tables take [ ].',
    },
  }),
  'misplaced-remainder': error<Named>({
    message: ({ name }) => ({
      zh: `“${name}”只在层序给出含义的地方可用`,
      en: `“${name}” has a meaning only where a 层序 gives it one`,
    }),
    hint: () => ({
      zh: '写在列入层序的层的基数里，或写“层.余额”',
      en: 'use it in the base of a layer that stands in a 层序, or write “layer.余额”',
    }),
    explanation: {
      zh: '余额、政策内余额、个人负担和现金是层序走到这一步时剩下的金额；不在层序中的规则没有这个位置。',
      en: '余额, 政策内余额, 个人负担 and 现金 are what is left at a step of the 层序; rules outside have no such place.',
    },
  }),
  'misplaced-share-name': error<Named>({
    message: ({ name }) => ({
      zh: `“${name}”只能写在分担里`,
      en: `“${name}” belongs inside a 分担`,
    }),
    explanation: {
      zh: '“总”是被分担的金额，“余”是前面各部分分走之后剩下的金额。',
      en: '总 is the amount that is shared, 余 what the parts before have left.',
    },
  }),
  'duplicate-declaration': error<Named>({
    message: ({ name }) => ({ zh: `“${name}”已经声明过`, en: `“${name}” is declared twice` }),
    hint: () => ({
      zh: '改名；若是不同时期的版本，各写“自 日期”',
      en: 'rename one; if they are versions, give each its 自 date',
    }),
    explanation: {
      zh: '同一文件中一个名称只能声明一次；同一名称的不同版本以不同的“自”区分。文字的先后从不决定结果。',
      en: 'A name is declared once in a document; versions of it have different 自 dates. The order of the text never decides.',
    },
  }),
  'shadowed-name': warning<Named & { document: string }>({
    message: ({ name, document }) => ({
      zh: `“${name}”与“${document}”中的名称相同，本文件用自己的`,
      en: `“${name}” is also declared by “${document}”; this document uses its own`,
    }),
    hint: () => ({
      zh: '若要确定上级的参数，写“确定”；否则改名',
      en: 'to set the parameter of that document write 确定; otherwise choose another name',
    }),
    explanation: {
      zh: '重新声明不会改变上级文件的值：只有“确定”“特别规定”和“修改”可以。',
      en: 'Declaring a name again does not change the other document; only 确定, 特别规定 and 修改 do.',
    },
  }),
  'confusable-names': error<Named & { other: string }>({
    message: ({ name, other }) => ({
      zh: `“${name}”与“${other}”看起来几乎相同，却是两个名称`,
      en: `“${name}” and “${other}” look alike and are two names`,
    }),
    hint: () => ({ zh: '统一写法，或换一个名称', en: 'use one spelling, or another name' }),
    explanation: {
      zh: '繁简字、全角半角和形近字（〇/○、一/—、线/綫，拉丁字母与西里尔字母）会使不同的名称无法分辨。',
      en: 'Traditional forms, widths and look-alikes (〇/○, 一/—, 线/綫, Latin and Cyrillic) make names indistinguishable.',
    },
  }),
  'look-alike-letter': error<Named & { letter: string; meant: string }>({
    message: ({ name, letter, meant }) => ({
      zh: `“${name}”中的“${letter}”不是“${meant}”`,
      en: `the “${letter}” in “${name}” is not “${meant}”`,
    }),
    hint: ({ meant }) => ({ zh: `改成“${meant}”`, en: `write “${meant}”` }),
    explanation: {
      zh: '形近而不同的字符会使名称查找不到，或让审阅者看错。',
      en: 'A character that looks like another makes a name that cannot be found, or misleads the reader.',
    },
  }),
  'slot-word-name': warning<Named>({
    message: ({ name }) => ({
      zh: `名称“${name}”与层的一个要素同名，读起来会混淆`,
      en: `the name “${name}” is also a slot of a layer and reads badly beside it`,
    }),
    hint: ({ name }) => ({ zh: `例如写成“住院${name}”`, en: `for example “住院${name}”` }),
    explanation: {
      zh: '“比例”“限额”这样的词可以作名称，但“比例 比例”难以朗读。',
      en: 'Words such as 比例 and 限额 may be names, but “比例 比例” is hard to read aloud.',
    },
  }),
  'unused-name': info<Named>({
    message: ({ name }) => ({ zh: `“${name}”没有被使用`, en: `“${name}” is not used` }),
    hint: () => ({ zh: '删去它，或在规则里使用', en: 'delete it, or use it in a rule' }),
    explanation: {
      zh: '参数或组没有规则使用，可能是遗漏，也可能供下级文件使用。',
      en: 'No rule uses this parameter or group: something may be missing, or lower documents use it.',
    },
  }),
  'cyclic-definition': error<{ names: readonly string[] }>({
    message: ({ names }) => ({
      zh: `循环定义：${names.join(' → ')}`,
      en: `a definition rests on itself: ${names.join(' → ')}`,
    }),
    hint: () => ({
      zh: '用“累计”读上一次的值（x.之前），或拆开定义',
      en: 'read the value before the claim from an accumulator (x.之前), or split the definition',
    }),
    explanation: {
      zh: '每个定义只能由不依赖它自己的值得出，这样计算总会结束。',
      en: 'A definition may not depend on itself, so that every calculation ends.',
    },
  }),
};
