import { message } from '@tiaoli/base';
import type { PasswordProblem } from './accounts/password-problem.ts';
import { LEAST_PASSWORD, MOST_PASSWORD } from './accounts/password-problem.ts';

const passwordFacts: Readonly<
  Record<PasswordProblem, { readonly zh: string; readonly en: string }>
> = {
  'too-short': {
    zh: `密码太短：至少要 ${LEAST_PASSWORD} 个字符。`,
    en: `The password is too short: at least ${LEAST_PASSWORD} characters.`,
  },
  'too-long': {
    zh: `密码太长：最多 ${MOST_PASSWORD} 个字符。`,
    en: `The password is too long: at most ${MOST_PASSWORD} characters.`,
  },
  'is-login': {
    zh: '密码几乎就是登录名，一猜就中。',
    en: 'The password is hardly more than the login name.',
  },
  repeated: {
    zh: '密码只是几个字符的重复。',
    en: 'The password is a few characters over and over.',
  },
  common: {
    zh: '这个密码很多人在用，一试就中。',
    en: 'Many people use this password; it is among the first that are tried.',
  },
};

/** What keeps somebody from signing in, or from setting how they do. */
export const accountMessages = {
  'sign-in-refused': message({
    severity: 'error',
    message: () => ({ zh: '登录名或密码不对。', en: 'The login name or the password is wrong.' }),
    hint: () => ({
      zh: '核对大小写和输入法再试；忘了密码，请管理员给您一个重设密码的链接。',
      en: 'Check capitals and the keyboard and try again; if you forgot the password, ask an administrator for a link to set a new one.',
    }),
    explanation: {
      zh: '没有这个登录名、密码不对、账号停用，回答都一样，免得外人探出哪些账号存在。',
      en: 'An unknown login, a wrong password and a disabled account are answered alike, so that nobody finds out which accounts there are.',
    },
  }),
  'password-wrong': message({
    severity: 'error',
    message: () => ({ zh: '现在的密码不对。', en: 'The present password is wrong.' }),
    hint: () => ({ zh: '密码没有改动，请再试一次。', en: 'Nothing was changed; try again.' }),
    explanation: {
      zh: '改密码前要再输一次现在的密码，免得别人趁您离开时改掉。',
      en: 'The present password is asked for, so that nobody changes it while you are away.',
    },
  }),
  'outside-unknown': message({
    severity: 'error',
    message: () => ({
      zh: '统一身份认证认得您，但这里没有登记您的账号。',
      en: 'The other service knows you, but nobody has written down your account here.',
    }),
    hint: () => ({
      zh: '请管理员在“账号”页上，把您在那边的账号登记到您的名下。',
      en: 'Ask an administrator to write down your account of that service on the page of accounts.',
    }),
    explanation: {
      zh: '光有外部账号进不来：先由管理员登记，谁能做什么才有人负责。',
      en: 'Having an account elsewhere lets nobody in: an administrator writes it down first, and answers for it.',
    },
  }),
  'outside-failed': message({
    severity: 'error',
    message: () => ({
      zh: '统一身份认证没有完成。',
      en: 'Signing in by the other service did not come to its end.',
    }),
    hint: () => ({
      zh: '请从登录页重新开始；还不行，可用密码登录，并告诉管理员。',
      en: 'Begin again on the page to sign in; if it fails once more take your password, and tell an administrator.',
    }),
    explanation: {
      zh: '回来的应答过时、不完整，与出发时不符，或认证服务连不上。',
      en: 'The answer was late, not whole, or not that to what was asked; or the service was not reached.',
    },
  }),
  'outside-taken': message({
    severity: 'error',
    message: () => ({
      zh: '这个外部账号已登记在另一个人名下。',
      en: 'That account of the other service is written down for somebody else.',
    }),
    hint: () => ({
      zh: '一个外部账号只能登记给一个人；先从那个人名下去掉。',
      en: 'It is one person’s alone; take it from the other one first.',
    }),
    explanation: {
      zh: '同一个外部账号登记给两个人，就分不清登录的是谁。',
      en: 'Were it that of two people, nobody could tell who signs in.',
    },
  }),
  'code-wrong': message({
    severity: 'error',
    message: () => ({ zh: '动态码不对，或者已经过时。', en: 'The code is wrong, or out of date.' }),
    hint: () => ({
      zh: '等应用里换出下一个码再输；手机的时间要准。手机不在身边，可以用一个恢复码；都没有，请管理员重设。',
      en: 'Wait for the next code and try again; the clock of the device has to be right. Without the device take a recovery code; without those ask an administrator to reset it.',
    }),
    explanation: {
      zh: '动态码由密钥和当前时间算出，每 30 秒换一个；动态码和恢复码都只能用一次。',
      en: 'A code follows from the secret and the time and changes every 30 seconds; it is good once, as a recovery code is.',
    },
  }),
  'first-step-over': message({
    severity: 'error',
    message: () => ({
      zh: '第一步（密码）已经过时，或试错的次数太多。',
      en: 'The first step (the password) is out of date, or too many codes were wrong.',
    }),
    hint: () => ({
      zh: '请从密码开始重新登录。',
      en: 'Sign in again, beginning with the password.',
    }),
    explanation: {
      zh: '输对密码后，动态码要在 10 分钟内输入，输错 5 次就要重来。',
      en: 'After the password the code is to be given within 10 minutes, and with the fifth wrong one it begins anew.',
    },
  }),
  'factor-there': message({
    severity: 'error',
    message: () => ({
      zh: '这个账号已经在用动态码。',
      en: 'This account asks for a code already.',
    }),
    hint: () => ({
      zh: '要换手机，先停用动态码，再重新启用。',
      en: 'To change the device turn it off first, and on again.',
    }),
    explanation: {
      zh: '一个账号一个密钥：换密钥要先停用，免得旧手机还能用。',
      en: 'An account has one secret: to change it turn it off first, so that an old device is of no use.',
    },
  }),
  'password-refused': message<{ readonly problem: PasswordProblem }>({
    severity: 'error',
    message: ({ problem }) => passwordFacts[problem],
    hint: () => ({
      zh: `用一句只有您知道的话，${LEAST_PASSWORD} 个字符以上，汉字、空格都可以；不要求大小写和符号混用。`,
      en: `Take a sentence that only you know, of ${LEAST_PASSWORD} characters or more; spaces are fine, and no mixture of signs is asked for.`,
    }),
    explanation: {
      zh: '长的密码比花样多的密码更难猜，也更好记，所以只看长度，并拒绝人人都在用的。',
      en: 'Long passwords are harder to guess and easier to keep in mind than odd ones; so only the length counts, and those that everybody uses are refused.',
    },
  }),
  'link-refused': message({
    severity: 'error',
    message: () => ({
      zh: '这个链接已经用过、已经过期，或者不完整。',
      en: 'The link was used already, has ended, or is not whole.',
    }),
    hint: () => ({
      zh: '请管理员再给一个；首次设置的链接，重新启动服务时会再显示。',
      en: 'Ask an administrator for another one; that of the first set-up is shown again when the server is started anew.',
    }),
    explanation: {
      zh: '链接只能用一次，24 小时内有效；库里只存它的校验值，没有人能再看到它。',
      en: 'A link is good once and for 24 hours; only its hash is stored, and nobody can see it again.',
    },
  }),
  'login-refused': message({
    severity: 'error',
    message: () => ({ zh: '这个登录名不合适。', en: 'This is no login name.' }),
    hint: () => ({
      zh: '用文字、数字和 . _ - @，最多 100 个字，不含空格。',
      en: 'Letters, digits and . _ - @, at most 100, no spaces.',
    }),
    explanation: {
      zh: '登录名按原样比较，空格和看不见的字符会让人登不进去。',
      en: 'A login is compared as it is written; spaces and what cannot be seen would keep people out.',
    },
  }),
  'foreign-page': message({
    severity: 'error',
    message: () => ({
      zh: '这个请求不是从条例的页面发出的，没有执行。',
      en: 'This request does not come from a page of Tiaoli; nothing was done.',
    }),
    hint: () => ({
      zh: '在条例的页面上操作；程序请用令牌（Authorization: Bearer）。',
      en: 'Do it on a page of Tiaoli; programs send a token (Authorization: Bearer).',
    }),
    explanation: {
      zh: '浏览器会把登录状态附在每个请求上，所以凡要改动内容的，只认本站页面发出的请求。',
      en: 'A browser adds the session to each request, so whatever changes something is only taken from pages of this server.',
    },
  }),
};
