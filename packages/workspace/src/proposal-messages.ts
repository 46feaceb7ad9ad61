import type { LocalText } from '@tiaoli/base';
import { message } from '@tiaoli/base';
import type { GateBlock } from './gate/gate-report.ts';
import type { ProposalState } from './proposals/proposal-state.ts';
import type { TextProblem } from './records/text-problem.ts';

const states: Readonly<Record<ProposalState, LocalText>> = {
  proposed: { zh: '待受理', en: 'proposed' },
  'under-review': { zh: '审查中', en: 'under review' },
  'sent-back': { zh: '已退回', en: 'sent back' },
  approved: { zh: '已批准', en: 'approved' },
  published: { zh: '已发布', en: 'published' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

/** The state of a proposal in words. */
export function proposalStateName(state: ProposalState): LocalText {
  return states[state];
}

const problems: Readonly<Record<TextProblem, LocalText>> = {
  empty: { zh: '没有填写', en: 'is empty' },
  'too-long': { zh: '太长', en: 'is too long' },
  'not-storable': { zh: '含有不能保存的字符', en: 'holds a character that cannot be stored' },
};

const blocks: Readonly<Record<GateBlock['kind'], LocalText>> = {
  finding: { zh: '有错误', en: 'There is an error' },
  example: { zh: '算例不符', en: 'An example fails' },
  outside: { zh: '超出授权范围', en: 'A value is outside what is left to the place' },
  undecided: { zh: '未定，尚无人接受', en: 'Undecided, and nobody accepted it' },
  thread: { zh: '意见尚未解决', en: 'Threads are still open' },
  illustrative: { zh: '示例值不能发布', en: 'An invented value cannot be published' },
  unseen: { zh: '取值未见，不能发布', en: 'A value that is not known cannot be published' },
  'grade-d': { zh: 'D 级取值尚无人确认', en: 'A value of grade D that nobody confirmed' },
};

const mend: LocalText = { zh: '改正后重新提交。', en: 'Mend it and propose again.' };
const answer: LocalText = {
  zh: '请审核人写明理由后接受，或改正后重新提交。',
  en: 'Ask a reviewer to accept it with a reason, or mend it and propose again.',
};
const find: LocalText = {
  zh: '查到原文换上真实的取值后重新提交。',
  en: 'Find the source, write the real value, and propose again.',
};

const remedies: Readonly<Record<GateBlock['kind'], LocalText>> = {
  ...{ finding: mend, example: mend, outside: mend, undecided: answer, 'grade-d': answer },
  ...{ illustrative: find, unseen: find },
  thread: { zh: '答复并标为已解决。', en: 'Answer them, and mark them as resolved.' },
};

/** What keeps a proposal from going on. */
export const proposalMessages = {
  'text-not-kept': message<{
    readonly what: LocalText;
    readonly problem: TextProblem;
    readonly most: number;
  }>({
    severity: 'error',
    message: ({ what, problem }) => ({
      zh: `${what.zh}${problems[problem].zh}。`,
      en: `The ${what.en} ${problems[problem].en}.`,
    }),
    hint: ({ most }) => ({
      zh: `写 1 到 ${most} 个字；从别处粘贴的不可见字符请删去。`,
      en: `Write 1 to ${most} characters; remove invisible ones that were pasted.`,
    }),
    explanation: {
      zh: '保存的文字须与写下的一字不差：空字符和不完整的字符没有办法原样保存，所以拒绝，而不是悄悄改掉。',
      en: 'What is stored is what was written, to the letter: the null character and half characters cannot be, and so they are refused, not changed silently.',
    },
  }),
  'proposal-step': message<{ readonly state: ProposalState; readonly deed: LocalText }>({
    severity: 'error',
    message: ({ state, deed }) => ({
      zh: `提案${states[state].zh}，不能${deed.zh}。`,
      en: `The proposal is ${states[state].en}: one cannot ${deed.en}.`,
    }),
    hint: () => ({
      zh: '刷新页面看它现在的状态；可能刚有别人办过。',
      en: 'Look at its state again; somebody else may just have decided.',
    }),
    explanation: {
      zh: '提案依次经过：待受理、审查中、已退回或已批准、已发布；发布或撤回之后不再变动。',
      en: 'A proposal is proposed, under review, sent back or approved, and published; what is published or withdrawn stays so.',
    },
  }),
  'proposal-changed': message({
    severity: 'error',
    message: () => ({
      zh: '提案在您查看之后有了新的内容，这一次没有办理。',
      en: 'The proposal has changed since you looked at it; nothing was decided.',
    }),
    hint: () => ({
      zh: '打开最新一稿，看过之后再办理。',
      en: 'Open the newest round, and decide when you have read it.',
    }),
    explanation: {
      zh: '每个决定都针对一份确定的文本。文本换了，决定就要重新作出。',
      en: 'A decision is about one text. Where the text is another, it has to be made again.',
    },
  }),
  'base-moved': message({
    severity: 'error',
    message: () => ({
      zh: '草稿所依据的版本已不是施行日在施行的版本。',
      en: 'The version that the draft was made from is not the one in force on its first day.',
    }),
    hint: () => ({
      zh: '在草稿页上逐条合并（原来、我的、现行的），再提交。',
      en: 'Bring both together on the page of the draft, clause by clause (before, mine, in force), and propose again.',
    }),
    explanation: {
      zh: '别人的修改已先发布。直接发布旧底稿会悄悄撤销别人的修改，所以要先合并。',
      en: 'Somebody else’s change was published first. To publish a text made before it would silently undo that; so it is merged first.',
    },
  }),
  'document-differs': message<{ readonly found: string; readonly expected: string }>({
    severity: 'error',
    message: ({ found, expected }) => ({
      zh: `文本的标识是「${found}」，这份草稿属于「${expected}」。`,
      en: `The text is of "${found}", and the draft belongs to "${expected}".`,
    }),
    hint: ({ expected }) => ({
      zh: `把标识改回「${expected}」；要写另一份文件，请另建草稿。`,
      en: `Write the id "${expected}"; for another document begin another draft.`,
    }),
    explanation: {
      zh: '版本按标识归入文件的历史，标识不符会把一份文件的版本记到另一份名下。',
      en: 'Versions belong to a document by its id; with another one the history of the document would be wrong.',
    },
  }),
  'check-outdated': message({
    severity: 'error',
    message: () => ({
      zh: '检查结果不是针对现在的文本和现行规定的，没有批准，也没有发布。',
      en: 'The check is not of this text beside what is in force now; nothing was approved or published.',
    }),
    hint: () => ({
      zh: '重新检查，看过结果再批准；已经批准的，差异没有变，检查后即可发布。',
      en: 'Check again, and approve when you have read what it found; what was approved is published then, unless its differences are others.',
    }),
    explanation: {
      zh: '批准的是检查所看到的内容。文本换了一稿，或相关文件有新版本发布，旧的检查就不再说明问题。',
      en: 'What is approved is what the check saw. With a new round, or a new version of a document that the text meets, an older one tells nothing.',
    },
  }),
  'gate-blocks': message<GateBlock>({
    severity: 'error',
    message: ({ kind, what }) => ({
      zh: `${blocks[kind].zh}：${what.zh}`,
      en: `${blocks[kind].en}: ${what.en}`,
    }),
    hint: ({ kind }) => remedies[kind],
    explanation: {
      zh: '检查未过不能批准或发布：错误、不符的算例、超出权限的取值须改正；未定的区域和 D 级取值须由审核人写明理由后具名接受；示例值和未见的取值只有演示库可以发布。',
      en: 'What the gate finds blocks: errors, failing examples and values out of bounds are to be mended; undecided regions and values of grade D are to be accepted by a reviewer by name, with a reason; invented and unknown values are published in a demonstration alone.',
    },
  }),
  'approval-lapsed': message({
    severity: 'error',
    message: () => ({
      zh: '批准之后现行规定有变，与现行规定的差异已不同，批准失效。',
      en: 'What is in force changed since the approval, and so did the differences: the approval has lapsed.',
    }),
    hint: () => ({
      zh: '请审核人看过新的检查结果，重新批准。',
      en: 'Ask the reviewer to read the new check and to approve again.',
    }),
    explanation: {
      zh: '批准与差异的指纹绑定：批准的是“改变这些”，差异变了就不是同一件事。',
      en: 'An approval is bound to the fingerprints of the differences: it is of these changes, and of no others.',
    },
  }),
  'demo-not-empty': message({
    severity: 'error',
    message: () => ({
      zh: '库里已有文件，不能改作演示库。',
      en: 'There are documents in the store: it does not become a demonstration.',
    }),
    hint: () => ({ zh: '另用一个空的数据文件夹。', en: 'Take another, empty data folder.' }),
    explanation: {
      zh: '演示库可以发布示例值。正式的库一旦改作演示库，就分不清哪些是真的规定。',
      en: 'A demonstration may publish invented values. In a store that became one nobody could tell which rules are real.',
    },
  }),
  'demo-text-differs': message<{ readonly before: string }>({
    severity: 'error',
    message: ({ before }) => ({
      zh: `文件里没有“${before}”，演示的提案要改的正是它。`,
      en: `The document does not say "${before}", which a proposal of the demonstration changes.`,
    }),
    hint: () => ({
      zh: '演示要用随程序带来的政策：把这个文件改回原样，再运行一次。',
      en: 'A demonstration is made of the policies that come along: put the document back as it was, and run this again.',
    }),
    explanation: {
      zh: '演示库里的两件提案各改一个城市的一个数值，文件里要有原来的数值才改得成。',
      en: 'Each of the two proposals of a demonstration changes one value of a city, which has to stand there first.',
    },
  }),
  'no-first-day': message({
    severity: 'error',
    message: () => ({
      zh: '文件没有写施行日期。',
      en: 'The document has no day on which it begins.',
    }),
    hint: () => ({ zh: '写上“施行 自 2027-01-01；”。', en: 'Write: in force from 2027-01-01;' }),
    explanation: {
      zh: '版本从某一天起施行，没有这一天就不能回答“那天适用哪一版”。',
      en: 'A version begins on a day; without one nobody can say which version holds when.',
    },
  }),
  'clause-moved': message({
    severity: 'error',
    message: () => ({
      zh: '草稿里的这一条在提出建议之后改过，没有自动替换。',
      en: 'The clause of the draft was changed since the suggestion; it was not replaced.',
    }),
    hint: () => ({
      zh: '对照建议手工修改，或请对方按现在的文字重新提出。',
      en: 'Change it by hand, or ask for a suggestion on the text as it is now.',
    }),
    explanation: {
      zh: '建议针对一条确定的文字，文字不同时自动替换会丢掉后来的修改。',
      en: 'A suggestion is about one text; put in place of another it would undo what was written since.',
    },
  }),
  'proposal-there': message({
    severity: 'error',
    message: () => ({
      zh: '这份草稿的提案由另一个单位审核，不能改投。',
      en: 'The proposal of this draft is before another office.',
    }),
    hint: () => ({
      zh: '撤回原来的提案，以它的文本新建草稿再提交。',
      en: 'Withdraw it, and begin a new draft with its text.',
    }),
    explanation: {
      zh: '一份草稿只有一个提案，由同一个单位审核到底。',
      en: 'A draft has one proposal, which one office decides.',
    },
  }),
  'not-a-reviewer': message({
    severity: 'error',
    message: () => ({
      zh: '不能分派给此人：不是本单位的审核人，或参与过起草。',
      en: 'That person is no reviewer of the office, or had a hand in the text.',
    }),
    hint: () => ({ zh: '另选一位审核人。', en: 'Choose another reviewer.' }),
    explanation: {
      zh: '起草的人不审核自己写的内容。',
      en: 'Nobody reviews what they wrote.',
    },
  }),
  'not-approved': message({
    severity: 'error',
    message: () => ({
      zh: '要发布的内容与批准的不同，没有发布。',
      en: 'What was to be published is not what was approved; nothing was published.',
    }),
    hint: () => ({
      zh: '重新检查并批准后再发布。',
      en: 'Check and approve it again, and publish then.',
    }),
    explanation: {
      zh: '批准与文本、施行日期和与现行规定的差异绑定，任何一项变了，批准即失效。',
      en: 'An approval is bound to the text, the first day, and the differences from what is in force; where one changes it lapses.',
    },
  }),
};
