import type { LocalText } from '@tiaoli/base';
import { message } from '@tiaoli/base';
import { householdMessages } from './household-messages.ts';

/** What is wrong with, or missing in, a case as given. */
export const caseMessages = {
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
  'too-many-records': message<{ readonly path: string; readonly most: number }>({
    severity: 'error',
    message: ({ path, most }) => ({
      zh: `${path} 最多 ${most} 条。`,
      en: `${path} holds at most ${most} records.`,
    }),
    hint: () => ({ zh: '删去多出的记录。', en: 'Remove the others.' }),
    explanation: {
      zh: '实体写了“至多 n”的记录，一个案例里不能多于 n 条。',
      en: 'Records of an entity declared with 至多 n: a case holds no more than n of them.',
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
  'all-voided': message({
    severity: 'error',
    message: () => ({ zh: '案例里的结算全部作废了。', en: 'Every claim of the case is voided.' }),
    hint: () => ({
      zh: '至少留一笔不作废的结算；全部作废的，累计就是第一笔以前的累计。',
      en: 'Leave one claim; with all voided, the state is that before the first claim.',
    }),
    explanation: {
      zh: '作废（"void": true）的结算不再计算，其余结算按没有它重新计算，并列出哪些结果变了。全部作废时没有可以重新计算的结算。',
      en: 'A voided claim ("void": true) does not count; the others are settled again without it, and what changed is listed. With all voided there is nothing to settle again.',
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
  ...householdMessages,
};
