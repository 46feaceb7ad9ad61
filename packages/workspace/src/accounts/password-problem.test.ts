import { expect, test } from 'vitest';
import { passwordProblem } from './password-problem.ts';

test.each([
  ['', 'too-short'],
  ['elf elf elf', 'too-short'],
  ['x'.repeat(129), 'too-long'],
  ['aaaaaaaaaaaaaaaa', 'repeated'],
  ['121212121212', 'repeated'],
  ['zhang.wei2027', undefined],
  ['Zhang.Wei123', 'is-login'],
  ['zhang.weizhang.wei', 'is-login'],
  ['password1234', 'common'],
  ['Password!!!!2027', 'common'],
  ['ｐａｓｓｗｏｒｄ１２３４', 'common'],
  ['1qaz2wsx3edc', 'common'],
  ['qwertyuiopasdf', 'common'],
  ['zyxwvutsrqponm', 'common'],
  ['123456123456', 'common'],
  ['correct horse battery', undefined],
  ['五月的济南柳絮飘过大明湖', undefined],
  ['  spaces count too  ', undefined],
] as const)('%j: %s', (password, problem) => {
  expect(passwordProblem(password, 'zhang.wei')).toBe(problem);
});
