import { without } from '@tiaoli/base';
import { error, warning } from './entry.ts';

/** Fields of the header that a document may lack. */
const mayStayUnseen: ReadonlySet<string> = new Set(['文号', '发文机关']);

/** Header, jurisdiction, clauses, validity. */
export const documentMessages = {
  'missing-document-header': error({
    message: () => ({ zh: '文件没有“文件「…」 { … }”', en: 'the file has no 文件「…」 { … }' }),
    hint: () => ({
      zh: '在开头写 文件「名称」 { 层级 …； 施行 自 …； 依据 … }',
      en: 'begin with 文件「title」 { 层级 …； 施行 自 …； 依据 … }',
    }),
    explanation: {
      zh: '文件头说明规则属于哪份文件、哪一级、何时施行。',
      en: 'The header says which document, level and date the rules belong to.',
    },
  }),
  'unknown-edition': error<{ edition: string }>({
    message: ({ edition }) => ({
      zh: `没有“语言 ${edition}”这一版`,
      en: `there is no edition ${edition} of the language`,
    }),
    hint: () => ({ zh: '写“语言 1”', en: 'write 语言 1' }),
    explanation: {
      zh: '文件第一行的“语言 1”说明按哪一版语言理解；现在只有第1版。',
      en: 'The first line says by which edition of the language the file is read; there is edition 1 only.',
    },
  }),
  'unknown-clause': warning<{ clause: string; document: string; suggestion?: string | undefined }>({
    message: ({ clause, document }) => ({
      zh: `${document}没有条「${clause}」`,
      en: `${document} has no clause 「${clause}」`,
    }),
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? { zh: '照那份文件里的条名写', en: 'write the clause as that document has it' }
        : { zh: `是不是条「${suggestion}」？`, en: `did you mean 「${suggestion}」?` },
    explanation: {
      zh: '引用条款是为了说明依据；引用一个不存在的条，读者就找不到依据。',
      en: 'A clause is cited to say by what right; one that does not exist leads nowhere.',
    },
  }),
  'missing-effective-date': error({
    message: () => ({ zh: '没有写施行日期', en: 'no date of effect is given' }),
    hint: () => ({ zh: '写“施行 自 2025-01-01”', en: 'write 施行 自 2025-01-01' }),
    explanation: {
      zh: '没有施行日期就不能判断一笔费用按哪个版本结算。',
      en: 'Without it nobody can say by which version a claim is settled.',
    },
  }),
  'blank-to-fill': warning<{ field: string; reason?: string | undefined; example: string }>({
    message: ({ field, reason }) => ({
      zh: `“${field}”还没有填${reason === undefined ? '' : `：${reason}`}`,
      en: `${field} is still to be filled in${reason === undefined ? '' : `: ${reason}`}`,
    }),
    hint: ({ field, example }) => ({
      zh: `照原文写，例如：${example}${mayStayUnseen.has(field) ? '；确实查不到的写明原因，不以“待填”开头' : ''}`,
      en: `write what the document says, as in ${example}${mayStayUnseen.has(field) ? '; if it cannot be found, give the reason, not beginning with 待填' : ''}`,
    }),
    explanation: {
      zh: '从 Word、网页或文本导入的文件，原文没有明说的文号、机关、层级和施行日期不会猜，写成“未见 "待填：…"”，等人来填。没有施行日期的文件不能用来结算。',
      en: 'A document that was imported from Word, a page or a text leaves what its source does not say without doubt (number, issuer, level, date of effect) as 未见 "待填：…" for people to fill in. Without a date of effect no claim is settled by it.',
    },
  }),
  'duplicate-header-field': error<{ field: string }>({
    message: ({ field }) => ({
      zh: `文件头中“${field}”写了两次`,
      en: `the header has two ${field}`,
    }),
    hint: () => ({ zh: '删去其中一个', en: 'delete one of them' }),
    explanation: {
      zh: '文件头的每一项只写一次。',
      en: 'Each field of the header is written once.',
    },
  }),
  'unknown-basis': error<{ name: string; suggestion?: string | undefined }>({
    message: ({ name }) => ({
      zh: `没有找到文件“${name}”`,
      en: `the document “${name}” is not among the sources`,
    }),
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? {
            zh: '写它的标识、文号或名称，并把文件放进来',
            en: 'write its 标识, 文号 or title, and add the file',
          }
        : { zh: `是不是“${suggestion}”？`, en: `did you mean “${suggestion}”?` },
    explanation: {
      zh: '依据、据和修改要能找到所说的文件，才能使用其中的名称和授权。',
      en: '依据, 据 and 修改 must find the document, to use its names and delegations.',
    },
  }),
  'malformed-number': error<{ text: string }>({
    message: ({ text }) => ({ zh: `“${text}”不是文号`, en: `“${text}” is no document number` }),
    hint: () => ({
      zh: '文号写作 鲁政办发〔2022〕12号；没有见到就写 未见 "原因"',
      en: 'a number is written 鲁政办发〔2022〕12号; if it was not seen write 未见 "why"',
    }),
    explanation: {
      zh: '文号由发文机关代字、年份和序号组成。',
      en: 'A document number has the code of the issuer, a year and a serial number.',
    },
  }),
  'jurisdiction-chain': error<{ reason: string; reasonEn: string }>({
    message: ({ reason, reasonEn }) => ({ zh: reason, en: reasonEn }),
    hint: () => ({
      zh: '例如 层级 市 潍坊市 属 山东省；国家一级只写 层级 国家',
      en: 'for example 层级 市 潍坊市 属 山东省; the nation is written 层级 国家 alone',
    }),
    explanation: {
      zh: '层级从国家、省、市到县；文件只能依据同级或上级的文件，市、县要写明属于哪里。',
      en: 'Levels go nation, province, city, county; a document rests on its own level or higher, and says to which place it belongs.',
    },
  }),
  'foreign-basis': error<{ title: string; place: string; own: string }>({
    message: ({ title, place, own }) => ({
      zh: `“${title}”是${place}的文件，${own}的文件不能依据它`,
      en: `“${title}” is a document of ${place}; one of ${own} cannot rest on it`,
    }),
    hint: ({ place }) => ({
      zh: `如果本地属于${place}，在层级中写“属 ${place}”；否则把需要的规则写在本文件`,
      en: `if this place belongs to ${place}, write 属 ${place} in 层级; else write the rules that are needed here`,
    }),
    explanation: {
      zh: '文件只能依据本地和上级的文件：别的市、别的省的规定在这里没有效力。',
      en: 'A document rests on those of its own place and of places above: rules of another city or province have no force here.',
    },
  }),
  'document-of-two-places': error<{ id: string; own: string; other: string }>({
    message: ({ id, own, other }) => ({
      zh: `标识“${id}”在${own}和${other}各有一份文件`,
      en: `two places, ${own} and ${other}, have a document “${id}”`,
    }),
    hint: () => ({
      zh: '给每份文件写自己的标识',
      en: 'give each document a 标识 of its own',
    }),
    explanation: {
      zh: '标识相同的文件是同一文件的几个版本；不同地方的文件不会是同一份。',
      en: 'Files of one 标识 are versions of one document; documents of two places never are.',
    },
  }),
  'validity-order': error({
    message: () => ({ zh: '“至”早于“自”', en: 'the end is before the beginning' }),
    hint: () => ({ zh: '对调两个日期，或改“至”', en: 'swap the two dates, or change 至' }),
    explanation: { zh: '“自”和“至”都包括当天。', en: 'Both 自 and 至 include their day.' },
  }),
  'same-start': error<{ name: string; date: string }>({
    message: ({ name, date }) => ({
      zh: `“${name}”有两个版本都自 ${date} 起`,
      en: `two versions of “${name}” begin on ${date}`,
    }),
    hint: () => ({
      zh: '改其中一个的“自”，或删去多余的一个',
      en: 'change the 自 of one, or delete one',
    }),
    explanation: {
      zh: '同一天只能有一个版本生效；文字的先后不决定哪一个。',
      en: 'One version holds on a day; the order of the text does not choose.',
    },
  }),
  'overlapping-validity': error<{ name: string; date: string }>({
    message: ({ name, date }) => ({
      zh: `“${name}”的两个版本在 ${date} 同时有效`,
      en: `two versions of “${name}” hold on ${date}`,
    }),
    hint: () => ({
      zh: '去掉前一版本的“至”，它会在后一版本施行的前一天结束',
      en: 'leave out the 至 of the earlier one: it ends the day before the next begins',
    }),
    explanation: {
      zh: '同一项的版本不得重叠。没有“至”的版本在下一个“自”的前一天结束。',
      en: 'Versions may not overlap. One without 至 ends the day before the next 自.',
    },
  }),
  'validity-gap': warning<{ name: string; from: string; to: string }>({
    message: ({ name, from, to }) => ({
      zh: `“${name}”在 ${from} 至 ${to} 没有版本`,
      en: `“${name}” has no version from ${from} to ${to}`,
    }),
    hint: () => ({
      zh: '把前一个的“至”推后，或把后一个的“自”提前',
      en: 'let the earlier one end later, or the later one begin earlier',
    }),
    explanation: {
      zh: '这段时间的案件得不到值，结果是待补充。',
      en: 'Claims of these days get no value; the result is 待补充.',
    },
  }),
  'clause-without-rules': error<{ number: string }>({
    message: ({ number }) => ({
      zh: `条“${number}”没有规则，也没有说明原因`,
      en: `clause “${number}” holds no rule and does not say why`,
    }),
    hint: () => ({
      zh: '写 说明、未编码 "原因" 或 无法表达 "原因"',
      en: 'write 说明, 未编码 "why" or 无法表达 "why"',
    }),
    explanation: {
      zh: '每一条要么有规则，要么说明为什么没有，这样编码的比例才可信。',
      en: 'A clause holds rules or says why not, so that the share that is encoded can be trusted.',
    },
  }),
  'clause-status-with-rules': error<{ number: string }>({
    message: ({ number }) => ({
      zh: `条“${number}”写了没有规则，却含有规则`,
      en: `clause “${number}” says it holds no rules, and holds some`,
    }),
    hint: () => ({
      zh: '规则写进另一条，或删去“说明”“未编码”',
      en: 'write the rules in a clause of their own, or leave the status out',
    }),
    explanation: {
      zh: '说明、未编码和无法表达的条不含规则；把规则移出来，或去掉这个标记。',
      en: 'Clauses that are 说明, 未编码 or 无法表达 hold no rules.',
    },
  }),
  'empty-reason': error<{ word: string }>({
    message: ({ word }) => ({ zh: `“${word}”要写明原因`, en: `${word} wants a reason` }),
    hint: ({ word }) => ({ zh: `写 ${word} "原因"`, en: `write ${word} "why"` }),
    explanation: {
      zh: '未见、未编码、无法表达和豁免都要让后来的人知道为什么。',
      en: 'Those who come later must learn why.',
    },
  }),
  'uncited-clause': warning<{ number: string }>({
    message: ({ number }) => ({
      zh: `条“${number}”没有引用原文`,
      en: `clause “${number}” does not quote its text`,
    }),
    hint: () => ({
      zh: '在条号后写 "原文"；转述的写在 出处 "…" 转述 中',
      en: 'quote the sentence behind the number; a paraphrase goes into 出处 "…" 转述',
    }),
    explanation: {
      zh: '规则写在它所编码的原文之下，审阅者才能对照。',
      en: 'A rule stands under the sentence that it encodes, so that a reader can compare.',
    },
  }),
  'document-too-large': warning<{ lines: number; most: number }>({
    message: ({ lines, most }) => ({
      zh: `文件有 ${lines} 行，超过 ${most} 行`,
      en: `the file has ${lines} lines, more than ${most}`,
    }),
    hint: () => ({
      zh: '拆成几份互相依据的文件',
      en: 'split it into documents that rest on each other',
    }),
    explanation: {
      zh: '每次修改都要重新检查整个文件；小文件检查得快，也便于审阅。',
      en: 'An edit checks the whole file again; small files are quick to check and to read.',
    },
  }),
  'unknown-exemption': warning<{ code: string; suggestion?: string | undefined }>({
    message: ({ code }) => ({
      zh: `没有可以豁免的“${code}”`,
      en: `there is no finding “${code}” that can be waived`,
    }),
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? { zh: '写检查结果方括号里的代码', en: 'write the code that the finding has in brackets' }
        : { zh: `是不是“${suggestion}”？`, en: `did you mean “${suggestion}”?` },
    explanation: {
      zh: '豁免按代码去掉本句上的一种警告或提示。',
      en: '豁免 suppresses warnings or notes of one code on its statement.',
    },
  }),
  'exempted-error': warning<{ code: string }>({
    message: ({ code }) => ({
      zh: `“${code}”是错误，不能豁免`,
      en: `“${code}” is an error and cannot be waived`,
    }),
    hint: () => ({
      zh: '改正错误，并删去这个“豁免”',
      en: 'mend the error, and delete the 豁免',
    }),
    remedies: () => [without],
    explanation: {
      zh: '有错误的文件不能计算，所以只有警告和提示可以豁免。',
      en: 'A document with an error cannot be calculated, so that only warnings and notes can be waived.',
    },
  }),
  'unused-exemption': warning<{ code: string }>({
    message: ({ code }) => ({
      zh: `这里没有“${code}”可以豁免`,
      en: `there is no “${code}” here to suppress`,
    }),
    hint: () => ({ zh: '删去这个“豁免”', en: 'delete the 豁免' }),
    remedies: () => [without],
    explanation: {
      zh: '问题已经不在，豁免可以删去。',
      en: 'The finding is gone; the exemption can go too.',
    },
  }),
};
