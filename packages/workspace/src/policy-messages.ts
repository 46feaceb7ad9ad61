import type { LocalText } from '@tiaoli/base';
import { message } from '@tiaoli/base';

/** What keeps a file from being read, and a document from being found or settled. */
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
    readonly near?: string;
  }>({
    severity: 'error',
    message: ({ id, version }) => ({
      zh: `「${id}」没有版本 ${version}。`,
      en: `"${id}" has no version ${version}.`,
    }),
    hint: ({ known, near }) => ({
      zh: `${near ? `最近的是 ${near}。` : ''}已有版本：${known}。`,
      en: `${near ? `The nearest is ${near}. ` : ''}Versions: ${known}.`,
    }),
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
  'unknown-province': message<{ readonly province: string; readonly known: string }>({
    severity: 'error',
    message: ({ province }) => ({
      zh: `没有「${province}」的文件。`,
      en: `There are no documents of "${province}".`,
    }),
    hint: ({ known }) => ({
      zh: known === '' ? '先写一个省级文件。' : `有文件的省：${known}。`,
      en:
        known === ''
          ? 'Write a document of the province first.'
          : `Provinces with documents: ${known}.`,
    }),
    explanation: {
      zh: '统一情况按省列出；省名须与文件抬头的“层级”一致（如 山东省），patterns 和 cases 里的小样不算。',
      en: 'The matrix is of one province; its name is as in the heading of its documents (山东省), and the samples in patterns and cases do not count.',
    },
  }),
  'sides-of-different-levels': message<{ readonly upper: string; readonly lower: string }>({
    severity: 'error',
    message: ({ upper, lower }) => ({
      zh: `「${lower}」在「${upper}」之下，两者不是同一份文件的两版，不能逐项对照。`,
      en: `"${lower}" stands below "${upper}": they are no two versions of one thing and cannot be compared item by item.`,
    }),
    hint: () => ({
      zh: '看下级取值是否在上级授权之内，用 --view conformance。',
      en: 'To see whether the lower level keeps within what the upper one leaves it: --view conformance.',
    }),
    explanation: {
      zh: '对照的两边须是同级：同一文件的两版、两个日期，或同级的两个地方。省级文件和本省市级文件之间，看的是市的取值有没有超出授权。',
      en: 'Both sides of a comparison are of one level: two versions or dates of a document, or two places. Between a province and its cities the question is whether the cities keep within their bounds.',
    },
  }),
  'unrelated-places': message<{ readonly left: string; readonly right: string }>({
    severity: 'error',
    message: ({ left, right }) => ({
      zh: `${left}和${right}既不同级，也不是上下级，不能对照。`,
      en: `${left} and ${right} are of different levels and neither stands below the other: they cannot be compared.`,
    }),
    hint: () => ({
      zh: '选同级的两个地方，或一个省和它的市。',
      en: 'Choose two places of one level, or a province and a city of it.',
    }),
    explanation: {
      zh: '一个市只和本省的规定、或与别的市对照；另一个省的规定对它没有约束力。',
      en: 'A city is compared with its own province or with other cities: what another province says does not bind it.',
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
  'not-utf8': message({
    severity: 'error',
    message: () => ({ zh: '文件不是 UTF-8 编码。', en: 'The file is not UTF-8.' }),
    hint: () => ({ zh: '在编辑器中另存为 UTF-8。', en: 'Save it as UTF-8 in your editor.' }),
    explanation: {
      zh: '所有 .tiaoli 文件和案例文件都须是 UTF-8 编码的文本；其他编码（如 GB18030）读出来会是乱码，所以不读取。',
      en: 'Policies and cases are UTF-8 texts; another encoding (GB18030, say) would be read as garbage, so it is refused.',
    },
  }),
  'too-large-input': message<{ readonly limit: number }>({
    severity: 'error',
    message: ({ limit }) => ({
      zh: `案例文件超过 ${limit} MiB。`,
      en: `The case file is larger than ${limit} MiB.`,
    }),
    hint: () => ({ zh: '分成几个文件计算。', en: 'Settle it in several files.' }),
    explanation: {
      zh: '一个案例文件有大小上限，以免占满内存。大批量测算用模拟功能。',
      en: 'A case file has a limit so that memory cannot run out. Large numbers of cases are for simulation.',
    },
  }),
  'not-a-policy-path': message<{ readonly path: string }>({
    severity: 'error',
    message: ({ path }) => ({
      zh: `「${path}」不能作为政策文件的位置。`,
      en: `"${path}" cannot be the place of a policy.`,
    }),
    hint: () => ({
      zh: '写成 policies/省/市/名称.tiaoli 的样子。',
      en: 'Write it like policies/PROVINCE/CITY/NAME.tiaoli.',
    }),
    explanation: {
      zh: '政策文件只能放在政策文件夹里面，以 .tiaoli 结尾；位置用“/”分隔，不能有“..”、反斜杠、以点开头的名称和看不见的字符。',
      en: 'A policy lies in the folder of policies and its name ends in .tiaoli; the parts of its path are separated by "/", and "..", backslashes, names that begin with a point and invisible characters are refused.',
    },
  }),
  'too-large-source': message<{ readonly limit: number }>({
    severity: 'error',
    message: ({ limit }) => ({
      zh: `文件超过 ${limit} KiB，没有保存。`,
      en: `The document is larger than ${limit} KiB and was not saved.`,
    }),
    hint: () => ({ zh: '分成几个文件。', en: 'Split it into several documents.' }),
    explanation: {
      zh: '一个政策文件有大小上限；超过的不能检查，也不能计算，所以不保存。',
      en: 'A policy has a limit of size: a larger one could be neither checked nor used, so it is not saved.',
    },
  }),
  'cannot-save': message<{ readonly path: string; readonly reason: LocalText }>({
    severity: 'error',
    message: ({ path, reason }) => ({
      zh: `「${path}」没有保存：${reason.zh}。`,
      en: `"${path}" was not saved: ${reason.en}.`,
    }),
    hint: () => ({
      zh: '请系统管理员处理后再保存；编辑的内容还在。',
      en: 'Ask your administrator, then save again; what you wrote is still here.',
    }),
    explanation: {
      zh: '政策文件夹不能写入（没有权限、磁盘已满，或者名称已被占用）。原来的文件没有改动。',
      en: 'The folder of policies cannot be written to (no permission, a full disk, or a name that is taken). The stored document is unchanged.',
    },
  }),
};
