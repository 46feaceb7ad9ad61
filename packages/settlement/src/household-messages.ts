import { message } from '@tiaoli/base';

/** What is wrong with the people of a case: whose a claim is, and from whose account is paid. */
export const householdMessages = {
  'unknown-member': message<{
    readonly path: string;
    readonly name: string;
    readonly known: string;
  }>({
    severity: 'error',
    message: ({ path, name }) => ({
      zh: `${path} 是「${name}」的，案例里没有这个人。`,
      en: `${path} is of "${name}", and the case has no such person.`,
    }),
    hint: ({ known }) => ({
      zh: `案例里有：${known}。改成其中一位，或补上这个人。`,
      en: `The case has: ${known}. Name one of them, or add the person.`,
    }),
    explanation: {
      zh: '案例写了一家几口的，每笔结算用“成员”（member）说明是谁的；不写就是“本人”。写错的名字如果按没有资料处理，就会悄悄用缺省值算，所以一律报错。',
      en: 'Where a case lists the people of a household, each claim says whose it is (member); without it, 本人. A wrong name would silently be settled with defaults, so it is refused.',
    },
  }),
  'duplicate-member': message<{ readonly path: string; readonly name: string }>({
    severity: 'error',
    message: ({ path, name }) => ({
      zh: `${path} 与前面一位同名：「${name}」。`,
      en: `${path} has the name of another person: "${name}".`,
    }),
    hint: () => ({
      zh: '给每个人一个自己的名字（成员），例如 本人、配偶、长子。',
      en: 'Give everybody a name of his own (member), such as 本人, 配偶.',
    }),
    explanation: {
      zh: '账户和累计都按名字记。两个人同名，就分不清付的是谁的账户。没有写名字的一位是“本人”。',
      en: 'Accounts and totals are kept by name. With two of one name nobody can tell whose account paid. One without a name is 本人.',
    },
  }),
  'unknown-owner': message<{
    readonly path: string;
    readonly name: string;
    readonly known: string;
  }>({
    severity: 'error',
    message: ({ path, name }) => ({
      zh: `${path} 写的是「${name}」，案例里没有这个人，也没有这个人的余额。`,
      en: `${path} names "${name}": the case has no such person and no balance of theirs.`,
    }),
    hint: ({ known }) => ({
      zh: `已知的有：${known}。改成其中一位，补上这个人，或在 state 里写上余额（没有余额的写 "0.00"）。`,
      en: `Known: ${known}. Name one of them, add the person, or the balance in state ("0.00" where there is none).`,
    }),
    explanation: {
      zh: '写错的名字没有余额，就会悄悄少付。所以名字要在案例的人、结算的成员或 state 的余额里出现过。',
      en: 'A misspelt name has no balance, and too little would be paid without a word. So the name must be one of the people, of a claim, or of a balance in state.',
    },
  }),
};
