import type { LocalText } from '@tiaoli/base';
import { message } from './message.ts';

/** What keeps a document from being found or settled. */
export const policyMessages = {
  'unknown-document': message<{ readonly reference: string; readonly near?: string }>({
    severity: 'error',
    message: ({ reference }) => ({
      zh: `找不到文件「${reference}」。`,
      en: `There is no document "${reference}".`,
    }),
    hint: ({ near }) => ({
      zh: near ? `是不是「${near}」？` : '用 tiaoli versions 查看有哪些文件。',
      en: near ? `Did you mean "${near}"?` : 'See what there is with: tiaoli versions.',
    }),
    explanation: {
      zh: '文件可用路径、标识（或文号）、标识@版本、标识@日期来指明；版本是生效日期或哈希开头。',
      en: 'A document is named by a path, its id (or number), ID@VERSION or ID@DATE; a version is its effective date or the start of its hash.',
    },
  }),
  'unknown-version': message<{
    readonly id: string;
    readonly version: string;
    readonly known: string;
  }>({
    severity: 'error',
    message: ({ id, version }) => ({
      zh: `「${id}」没有版本 ${version}。`,
      en: `"${id}" has no version ${version}.`,
    }),
    hint: ({ known }) => ({ zh: `已有版本：${known}。`, en: `Versions: ${known}.` }),
    explanation: {
      zh: '版本是生效日期（YYYY-MM-DD）或哈希的开头几位；日期须落在某个版本的有效期内。',
      en: 'A version is its effective date (YYYY-MM-DD) or the start of its hash; a date must lie within a version.',
    },
  }),
  'ambiguous-version': message<{ readonly id: string; readonly version: string }>({
    severity: 'error',
    message: ({ id, version }) => ({
      zh: `「${id}@${version}」对应不止一个版本。`,
      en: `"${id}@${version}" stands for more than one version.`,
    }),
    hint: () => ({
      zh: '多写几位哈希，或写生效日期。',
      en: 'Write more of the hash, or the effective date.',
    }),
    explanation: {
      zh: '哈希的开头几位须只对应一个版本。',
      en: 'The start of a hash must belong to one version only.',
    },
  }),
  'no-version-in-force': message<{ readonly id: string; readonly date: string }>({
    severity: 'error',
    message: ({ id, date }) => ({
      zh: `${date} 没有生效的「${id}」。`,
      en: `No version of "${id}" is in force on ${date}.`,
    }),
    hint: () => ({
      zh: '用 tiaoli versions 查看有效期，或改日期。',
      en: 'See the periods with: tiaoli versions; or choose another date.',
    }),
    explanation: {
      zh: '每笔结算按适用日选用版本；适用日早于施行日期或晚于废止日期就没有规则可用。',
      en: 'Each claim is settled under the version of its governing date; before the first and after the last there is no rule.',
    },
  }),
  'policy-has-errors': message<{ readonly count: number }>({
    severity: 'error',
    message: ({ count }) => ({
      zh: `政策文件有 ${count} 处错误，不能用来计算。`,
      en: `The policy has ${count} error${count === 1 ? '' : 's'} and cannot be used to settle a case.`,
    }),
    hint: () => ({ zh: '先用 tiaoli check 改正。', en: 'Mend them first: tiaoli check.' }),
    explanation: {
      zh: '有错误的文件（或它依据的文件有错误）不产生计算结果。',
      en: 'A document with errors, or resting on one with errors, gives no results.',
    },
  }),
  'nothing-to-settle': message<{ readonly id: string }>({
    severity: 'error',
    message: ({ id }) => ({
      zh: `「${id}」没有可计算的结算。`,
      en: `"${id}" has no claims to settle.`,
    }),
    hint: () => ({
      zh: '选一个有层或层序的文件。',
      en: 'Choose a document that has layers.',
    }),
    explanation: {
      zh: '只有声明或引用了结算实体（带“序”的实体）的文件才能计算。',
      en: 'Only a document that declares, or rests on, an entity of claims (one with an order) can be settled.',
    },
  }),
  'broken-module': message<{ readonly id: string; readonly problem: LocalText }>({
    severity: 'error',
    message: ({ id, problem }) => ({
      zh: `编译结果自相矛盾（程序缺陷），${id}：${problem.zh}`,
      en: `The compiled policy contradicts itself (a defect of the program), ${id}: ${problem.en}`,
    }),
    hint: () => ({
      zh: '这不是您的错误；请把文件和本信息一起报告。',
      en: 'This is no mistake of yours; please report it with the file.',
    }),
    explanation: {
      zh: '政策文件没有错误，但编译出的结果没有通过内部校验。这是本程序的缺陷，结果不可用。',
      en: 'The policy has no errors but its compiled form fails the internal verification. This is a defect of the program.',
    },
  }),
};
