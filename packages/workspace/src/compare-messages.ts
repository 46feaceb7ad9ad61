import type { LocalText } from '@tiaoli/base';
import { message } from '@tiaoli/base';
import type { IntentProblem } from '@tiaoli/diff';

type Expected = Extract<IntentProblem, { kind: 'expected' }>['expected'];

const expectedWords: Readonly<Record<Expected, LocalText>> = {
  only: { zh: '“只影响”', en: '"only affects"' },
  colon: { zh: '“：”', en: '":"' },
  closing: { zh: '“；”或“}”', en: '";" or "}"' },
  fact: { zh: '事实的名称', en: 'the name of a fact' },
  value: { zh: '值', en: 'a value' },
  result: { zh: '“{”或结果的名称', en: '"{" or the name of a result' },
  end: { zh: '结尾', en: 'its end' },
};

const namedWords = {
  fact: { zh: '事实', en: 'fact' },
  value: { zh: '值', en: 'value' },
  result: { zh: '结果', en: 'result' },
} as const;

/** What is wrong with a declared intent. What a comparison finds of edits that came to nothing. */
export const compareMessages = {
  'intent-syntax': message<{ readonly expected: Expected }>({
    severity: 'error',
    message: ({ expected }) => ({
      zh: `意图写到这里，应是${expectedWords[expected].zh}。`,
      en: `Here the intent should have ${expectedWords[expected].en}.`,
    }),
    hint: () => ({
      zh: '例如：只影响 {险种：居民；医院级别：三级} 的 大病保险、个人负担（尾差除外）',
      en: 'For example: only affects {insurance: resident; level: tertiary} of 大病保险 (except rounding)',
    }),
    explanation: {
      zh: '意图写明这一版只打算改谁的哪些结果：只影响 {事实：值、值；事实：值} 的 结果、结果。花括号或“的……”可以不写一样；结果包括它下面的各项（大病保险 包括 大病保险.起付）。末尾写（尾差除外），范围之外的尾差就不算违背。英文写 only affects {fact: value} of result (except rounding)。',
      en: 'An intent says whose results, and which, a version is meant to change: only affects {fact: value, value; fact: value} of result, result. The braces or the results may be left out; a result includes what is below it (大病保险 includes 大病保险.起付). With (except rounding) at the end, rounding outside is no breach.',
    },
  }),
  'intent-unknown-name': message<{
    readonly what: 'fact' | 'value' | 'result';
    readonly name: string;
    readonly near?: string;
    readonly known: string;
  }>({
    severity: 'error',
    message: ({ what, name }) => ({
      zh: `意图里的「${name}」不是两边都有的${namedWords[what].zh}。`,
      en: `"${name}" in the intent is no ${namedWords[what].en} that both sides have.`,
    }),
    hint: ({ near, known }) => ({
      zh: near ? `是不是「${near}」？` : `可以写：${known}。`,
      en: near ? `Did you mean "${near}"?` : `There are: ${known}.`,
    }),
    explanation: {
      zh: '意图用政策里的名称：事实用输入的名称（或“结算.医院级别”这样带实体的名称、英文名），值用枚举的成员，是否用是、否，结果用结果或累计的名称。只有一边有的，没有法子对照。',
      en: 'An intent uses the names of the policy: of a fact the input (its English name, or one with its entity), of a value the member of its enumeration, yes or no, of a result its name. What one side alone has cannot be compared.',
    },
  }),
  'intent-ambiguous-fact': message<{ readonly name: string; readonly known: string }>({
    severity: 'error',
    message: ({ name, known }) => ({
      zh: `意图里的「${name}」不止一个：${known}。`,
      en: `There is more than one "${name}": ${known}.`,
    }),
    hint: () => ({ zh: '写带实体的名称。', en: 'Write the name with its entity.' }),
    explanation: {
      zh: '几个实体有同名的输入时，意图要写明是哪一个，例如 结算.医院级别。',
      en: 'Where several entities have an input of one name, the intent says which is meant: 结算.医院级别.',
    },
  }),
  'intent-repeated-fact': message<{ readonly name: string }>({
    severity: 'error',
    message: ({ name }) => ({
      zh: `意图里「${name}」写了两次。`,
      en: `"${name}" stands twice in the intent.`,
    }),
    hint: () => ({
      zh: '同一事实的几个值写在一处，用顿号隔开。',
      en: 'Write the values of one fact together, with commas between them.',
    }),
    explanation: {
      zh: '花括号里的各项要同时满足，同一事实只写一次：{医院级别：三级、二级}。',
      en: 'Everything in the braces holds at once, so a fact stands once: {level: tertiary, secondary}.',
    },
  }),
  'intent-unbounded-fact': message<{ readonly name: string }>({
    severity: 'error',
    message: ({ name }) => ({
      zh: `「${name}」的取值数不过来，不能用来划定意图的范围。`,
      en: `"${name}" has too many values to tell an intent by.`,
    }),
    hint: () => ({
      zh: '用枚举、是否、集合的输入，例如医院级别、人员类别；或者用数、日期，写范围。',
      en: 'Use an input that is an enumeration, a yes or no, a set, or a range of a number or a date.',
    }),
    explanation: {
      zh: '意图的范围用取值有限的事实来划（枚举、是否、集合），或者用数和日期的范围来划。文本和按日变化的事实不行。',
      en: 'An intent is told by facts with finitely many values (enumerations, yes or no, sets) and by ranges of numbers and dates. Texts and facts that change from day to day are neither.',
    },
  }),
  'intent-wrong-range': message<{ readonly name: string; readonly type: string }>({
    severity: 'error',
    message: ({ name }) => ({
      zh: `意图里的「${name}」不是这项事实的数值、日期或范围，或者范围是空的。`,
      en: `"${name}" in the intent is no value of this fact and no range of it, or the range is empty.`,
    }),
    hint: ({ type }) => rangeExamples(type),
    explanation: {
      zh: '数和日期写一个值或者范围，几个范围用顿号隔开：{费用：超过1000元至5000元、1万元以上}、{年龄：60周岁以上}、{结算日期：2024-07-01至2024-12-31}。同民法典第一千二百五十九条：“以上”“以下”“以内”“至”包括本数，“超过”“不满”不包括本数。金额要写单位，数字中间不写逗号。',
      en: 'Of a number or a date a value or a range is written, several with 、 between them: {费用: 1000 yuan to 5000 yuan}, {年龄: at least 60}, {结算日期: 2024-07-01 to 2024-12-31}. “to”, “at least” and “at most” include the number, “above” and “below” do not. Amounts have a unit, and no commas within.',
    },
  }),
  'edit-without-effect': message<{ readonly subject: LocalText; readonly change: LocalText }>({
    severity: 'info',
    message: ({ subject, change }) => ({
      zh: `${subject.zh}改了（${change.zh}），用到它的结果都不变（已证明）。`,
      en: `${subject.en} was changed (${change.en}), and every result that reads it is proved the same.`,
    }),
    hint: () => ({
      zh: '核对是不是漏改了别处；本来就不影响结果的，不用处理。',
      en: 'See whether something else was to change with it; if it was not to change any result, nothing need be done.',
    }),
    explanation: {
      zh: '改了取值、条件或算法，但结算的每一项结果、结算之后的每一项累计都和原来相同，例如提高了任何人都达不到的限额。两边没有全部比较过，或者有一项用到它的结果没能判定，就不作这样的结论。只看所比较的那一天、那个地方有效的规定。',
      en: 'A value, condition or formula is another, and yet every result of a claim and every accumulator after it is as before: a cap was raised that nobody can reach, say. Nothing of the kind is said where something was not compared, or where a result that reads it stayed undecided. It is about what is in force on the compared day in the compared place.',
    },
  }),
  'words-without-rule': message<{ readonly clause: LocalText }>({
    severity: 'info',
    message: ({ clause }) => ({
      zh: `${clause.zh}的文字改了，写在其中的规则没有改。`,
      en: `The words of ${clause.en} were changed, the rules that stand in it were not.`,
    }),
    hint: () => ({
      zh: '核对新的文字是不是改变了意思；改变了的，规则也要跟着改。',
      en: 'See whether the new words mean something else; if they do, the rules must follow.',
    }),
    explanation: {
      zh: '条文的原文或转述有改动，而这一条里的参数、层、定义等在所比较的那一天没有任何改动。没有编码成规则的条文不在此列。',
      en: 'The quoted or paraphrased text of an article is another, while no parameter, layer or definition in it differs on the compared day. Articles that were not put into rules are not among these.',
    },
  }),
};

/** How a range of a type is written. */
function rangeExamples(type: string): LocalText {
  switch (type) {
    case 'money':
      return {
        zh: '可以写 1000元、不超过1000元、1000元至5000元',
        en: 'write 1000 yuan, at most 1000 yuan, 1000 yuan to 5000 yuan',
      };
    case 'date':
      return {
        zh: '可以写 2024-07-01、不早于2024-07-01、2024-07-01至2024-12-31',
        en: 'write 2024-07-01, from 2024-07-01, 2024-07-01 to 2024-12-31',
      };
    case 'rate':
      return {
        zh: '可以写 60%、不低于60%、60%至80%',
        en: 'write 60%, at least 60%, 60% to 80%',
      };
    default:
      return { zh: '可以写 60、60以上、18至60', en: 'write 60, at least 60, 18 to 60' };
  }
}
