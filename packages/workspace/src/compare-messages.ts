import type { LocalText } from '@tiaoli/base';
import { message } from '@tiaoli/base';

/** What a comparison finds of edits that came to nothing. */
export const compareMessages = {
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
