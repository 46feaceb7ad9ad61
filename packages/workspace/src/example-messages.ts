import type { LocalText } from '@tiaoli/base';
import { message } from '@tiaoli/base';

/** Why a settled case does not become an example. */
export const exampleMessages = {
  'example-name': message({
    severity: 'error',
    message: () => ({ zh: '算例要有一个名称。', en: 'An example needs a name.' }),
    hint: () => ({
      zh: '写一句话说明情形，如“二类医院1万元”；不要换行，不要用引号「」『』。',
      en: 'Say in some words what the case is; no line breaks, and none of the quotation marks 「」『』`.',
    }),
    explanation: {
      zh: '算例的名称写在「」里，用来在结果里认出它。名称是一行文字，不超过80个字。',
      en: 'The name of an example stands in 「」 and tells it from the others. It is one line of at most 80 characters.',
    },
  }),
  'example-name-taken': message<{ readonly name: string }>({
    severity: 'error',
    message: ({ name }) => ({
      zh: `这个文件已有算例「${name}」。`,
      en: `The document has an example "${name}" already.`,
    }),
    hint: () => ({ zh: '换一个名称。', en: 'Choose another name.' }),
    explanation: {
      zh: '一个文件里的算例以名称区分，不能重名。',
      en: 'The examples of a document are told apart by their names.',
    },
  }),
  'example-incomplete': message<{ readonly fields: string }>({
    severity: 'error',
    message: ({ fields }) => ({
      zh: `案例还缺少：${fields}，不能存为算例。`,
      en: `The case still lacks ${fields} and cannot become an example.`,
    }),
    hint: () => ({ zh: '填完以后再存。', en: 'Fill them in first.' }),
    explanation: {
      zh: '算例须算得出结果；缺输入的案例没有可核对的数。',
      en: 'An example has results to compare; a case that lacks inputs has none.',
    },
  }),
  'example-not-expressible': message<{ readonly what: LocalText }>({
    severity: 'error',
    message: ({ what }) => ({
      zh: `这个案例不能写成算例：${what.zh}。`,
      en: `This case cannot be written as an example: ${what.en}.`,
    }),
    hint: () => ({
      zh: '改案例里的这一处，或者在编辑器里自己写算例。',
      en: 'Change it in the case, or write the example in the editor.',
    }),
    explanation: {
      zh: '算例用政策语言书写，有的内容写不进去，例如带英文引号的文本、分别累计的以前累计值。宁可不存，也不存成另一个案例。',
      en: 'An example is written in the language of the policies, which has no words for some of what a case may hold, such as texts with quotation marks or accumulated values with keys. It is refused rather than saved as another case.',
    },
  }),
  'example-differs': message<{ readonly differences: LocalText }>({
    severity: 'error',
    message: ({ differences }) => ({
      zh: `写成算例后结果不同：${differences.zh}。`,
      en: `Written as an example the case has other results: ${differences.en}.`,
    }),
    hint: () => ({
      zh: '去掉指定的日期，按各笔结算自己的日期计算后再存。',
      en: 'Settle it without a fixed day, each claim on its own day, and save again.',
    }),
    explanation: {
      zh: '存入以前先把写好的算例运行一遍，与案例的结果逐分比对。算例按各笔结算自己的日期选用规则；案例指定了别的日期时，结果就可能不同。',
      en: 'Before it is saved, the example is run and compared with the case to the fen. An example takes the rules of each claim’s own day; a case that was settled for another day may give other results.',
    },
  }),
};
