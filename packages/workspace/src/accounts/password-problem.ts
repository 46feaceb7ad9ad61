import { commonPasswords } from './common-passwords.ts';

/** What keeps a password from being set. */
export type PasswordProblem = 'too-short' | 'too-long' | 'is-login' | 'common' | 'repeated';

/** Characters. Nothing is asked of their kinds, which makes people write passwords down. */
export const LEAST_PASSWORD = 12;
export const MOST_PASSWORD = 128;

/** Undefined for a password that may be set. */
export function passwordProblem(password: string, login: string): PasswordProblem | undefined {
  const characters = [...password];
  if (characters.length < LEAST_PASSWORD) return 'too-short';
  if (characters.length > MOST_PASSWORD) return 'too-long';
  const plain = password.normalize('NFKC').toLowerCase();
  const name = login.normalize('NFKC').toLowerCase();
  if (plain.replaceAll(name, '').length < LEAST_PASSWORD / 3) return 'is-login';
  if (new Set(plain).size < 4) return 'repeated';
  return isCommon(plain) ? 'common' : undefined;
}

/** One of those that everybody tries, also written twice, or with digits and signs after it. */
function isCommon(plain: string): boolean {
  const words = [plain, plain.replace(/[^\p{L}]+$/u, ''), plain.slice(0, plain.length / 2)];
  if (plain.slice(0, plain.length / 2).repeat(2) !== plain) words.pop();
  return words.some((word) => commonPasswords.has(word)) || isRun(plain);
}

const rows = ['12345678901234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

/** Keys or letters in their order, forwards or backwards. */
function isRun(plain: string): boolean {
  const backwards = [...plain].reverse().join('');
  return rows.some((row) => row.includes(plain) || row.includes(backwards));
}
