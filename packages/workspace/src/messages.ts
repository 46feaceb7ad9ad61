import type { Diagnostic, LocalText, MessageEntry, RelatedSpan, Span } from '@tiaoli/base';

/** Ties the parameters of a message to its texts. */
function message<Params = Record<never, never>>(entry: MessageEntry<Params>): MessageEntry<Params> {
  return entry;
}

/** Everything that this package reports about policies, cases and references. */
export const messages = {
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
  'json-syntax': message<{ readonly expected: string; readonly found: string }>({
    severity: 'error',
    message: ({ expected, found }) => ({
      zh: `JSON 写法有误：此处应为 ${expected}，${found === '' ? '但内容到此为止' : `却是「${found}」`}。`,
      en: `The JSON is malformed: expected ${expected} here, found ${found === '' ? 'the end' : `"${found}"`}.`,
    }),
    hint: () => ({
      zh: '检查此处的引号、逗号和括号。',
      en: 'Check the quotes, commas and brackets here.',
    }),
    explanation: {
      zh: '案例以 JSON 书写；每行一个案例时，每行各为一个完整的 JSON 对象。',
      en: 'A case is JSON; with a case per line, each line is a whole JSON object.',
    },
  }),
  'json-too-deep': message<{ readonly limit: number }>({
    severity: 'error',
    message: ({ limit }) => ({
      zh: `JSON 嵌套超过 ${limit} 层。`,
      en: `The JSON nests deeper than ${limit} levels.`,
    }),
    hint: () => ({
      zh: '案例只有 person、household、claims、items 几层。',
      en: 'A case only has person, household, claims and items.',
    }),
    explanation: {
      zh: '案例的结构是固定的几层，更深的嵌套一定是写错了。',
      en: 'A case has a fixed, shallow shape; anything deeper is a mistake.',
    },
  }),
  'empty-input': message({
    severity: 'error',
    message: () => ({ zh: '输入为空，没有案例。', en: 'The input is empty: there is no case.' }),
    hint: () => ({
      zh: '写一个案例，例如 {"person": {}, "claims": [{"id": "1", "settledAt": "2023-03-01"}]}。',
      en: 'Write a case, for example {"person": {}, "claims": [{"id": "1", "settledAt": "2023-03-01"}]}.',
    }),
    explanation: {
      zh: '计算至少需要一个案例。',
      en: 'There must be at least one case to settle.',
    },
  }),
  'duplicate-field': message<{ readonly name: string }>({
    severity: 'error',
    message: ({ name }) => ({
      zh: `字段「${name}」写了两次。`,
      en: `The field "${name}" is given twice.`,
    }),
    hint: () => ({ zh: '删去其中一个。', en: 'Delete one of them.' }),
    explanation: {
      zh: '同一个字段给了两次值，不猜以哪个为准。别名与原名算同一个字段。',
      en: 'One field has two values, and which is meant is not guessed. An alias and its name are one field.',
    },
  }),
  'wrong-shape': message<{ readonly path: string; readonly expected: LocalText }>({
    severity: 'error',
    message: ({ path, expected }) => ({
      zh: `${path} 应为${expected.zh}。`,
      en: `${path} must be ${expected.en}.`,
    }),
    hint: () => ({
      zh: '案例的结构是 {"person": {…}, "claims": [{…}]}。',
      en: 'A case is {"person": {…}, "claims": [{…}]}.',
    }),
    explanation: {
      zh: '案例由 person（参保人）、household（家庭，可省）、claims（结算）组成；每笔结算可有 items（明细）。state 是以前的累计值。',
      en: 'A case has person, household (optional) and claims; a claim may have items. state holds accumulated values from before.',
    },
  }),
  'unknown-field': message<{
    readonly path: string;
    readonly known: string;
    readonly near?: string;
  }>({
    severity: 'error',
    message: ({ path }) => ({
      zh: `没有字段 ${path}。`,
      en: `There is no field ${path}.`,
    }),
    hint: ({ near, known }) => ({
      zh: near ? `是不是「${near}」？` : `可用的字段：${known}。`,
      en: near ? `Did you mean "${near}"?` : `Known fields: ${known}.`,
    }),
    explanation: {
      zh: '案例中只能有政策文件声明过的输入（中文名或英文别名）。写错的字段如果被忽略，金额就会悄悄算错，所以一律报错。',
      en: 'A case may hold only the inputs that the policy declares (by name or alias). Ignoring a misspelt one would silently give a wrong amount.',
    },
  }),
  'wrong-value': message<{ readonly path: string; readonly expected: LocalText }>({
    severity: 'error',
    message: ({ path, expected }) => ({
      zh: `${path} 的值不对：应为${expected.zh}。`,
      en: `The value of ${path} is wrong: it must be ${expected.en}.`,
    }),
    hint: ({ expected }) => ({
      zh: `改成${expected.zh}。`,
      en: `Write ${expected.en}.`,
    }),
    explanation: {
      zh: '金额和比例写成十进制字符串（金额以元计），日期写成 YYYY-MM-DD，集合写成成员名的列表。JSON 数字会经过浮点，所以金额不用数字。',
      en: 'Money and rates are decimal strings (money in yuan), dates are YYYY-MM-DD, sets are lists of member names. JSON numbers pass through floating point, so money is never a number.',
    },
  }),
  'missing-input': message<{
    readonly path: string;
    readonly name: string;
    readonly question: LocalText;
  }>({
    severity: 'error',
    message: ({ path, name }) => ({
      zh: `${path} 缺少「${name}」，需要它的结果还算不出来。`,
      en: `${path} lacks "${name}", so the results that need it cannot be given yet.`,
    }),
    hint: ({ name, question }) => ({
      zh: `${question.zh}补上字段「${name}」。`,
      en: `${question.en} Add the field "${name}".`,
    }),
    explanation: {
      zh: '只列出这个案例的结果还用得着的输入。补上以后可能还会问到别的：情形不同，需要的输入也不同。已经能算的结果照常给出，缺输入的结果标为待补充，不当作零。',
      en: 'Only inputs that results of this case still need are listed; further ones may be asked for once they are given. Results that can be given are; the others are missing, never zero.',
    },
  }),
  'no-claims': message({
    severity: 'error',
    message: () => ({ zh: '案例里没有结算（claims）。', en: 'The case has no claims.' }),
    hint: () => ({
      zh: '加上 "claims": [{"id": "1", "settledAt": "2023-03-01", …}]。',
      en: 'Add "claims": [{"id": "1", "settledAt": "2023-03-01", …}].',
    }),
    explanation: {
      zh: '计算的对象是结算；至少要有一笔。',
      en: 'What is settled are claims; there must be at least one.',
    },
  }),
  'duplicate-claim': message<{ readonly path: string; readonly id: string }>({
    severity: 'error',
    message: ({ path, id }) => ({
      zh: `${path} 与前面一笔结算同号：「${id}」。`,
      en: `${path} has the id of an earlier claim: "${id}".`,
    }),
    hint: () => ({
      zh: '删去重复的一笔，或者给每笔结算一个自己的 id。',
      en: 'Delete the repeated claim, or give every claim an id of its own.',
    }),
    explanation: {
      zh: '同一天的几笔结算按 id 排先后，结果也按 id 列出。两笔同号的结算先后不定，多半是同一笔录了两次，照算就会付两遍，所以不计算。没有写 id 的结算以它的序号为 id。',
      en: 'Claims of one day are settled in the order of their ids, and results are listed by id. Two claims of one id have no order and are mostly one claim entered twice, which would be paid twice; so nothing is settled. A claim without an id takes its position.',
    },
  }),
  'unknown-accumulator': message<{ readonly name: string; readonly known: string }>({
    severity: 'error',
    message: ({ name }) => ({
      zh: `没有累计「${name}」。`,
      en: `There is no accumulator "${name}".`,
    }),
    hint: ({ known }) => ({
      zh: `可用的累计：${known}。`,
      en: `Known accumulators: ${known}.`,
    }),
    explanation: {
      zh: 'state 里是以前各笔结算留下的累计值，名称与计算结果 state 里的一致；按维度分开的累计写成 名称[成员]。',
      en: 'state holds what earlier claims left, under the names that a result prints; an accumulator with keys is NAME[KEY].',
    },
  }),
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

export type MessageCode = keyof typeof messages;

type ParamsOf<Code extends MessageCode> =
  (typeof messages)[Code] extends MessageEntry<infer Params> ? Params : never;

/** A finding with its texts from the catalogue. */
export function report<Code extends MessageCode>(
  code: Code,
  params: ParamsOf<Code>,
  span: Span,
  related: readonly RelatedSpan[] = [],
): Diagnostic {
  // The catalogue ties code and parameters together; TypeScript cannot follow it through the index.
  const entry = messages[code] as unknown as MessageEntry<ParamsOf<Code>>;
  const hint = entry.hint?.(params);
  return {
    code,
    severity: entry.severity,
    message: entry.message(params),
    span,
    related,
    ...(hint && { hint }),
  };
}
