import type { Diagnostic } from '@tiaoli/base';
import type { Problem } from '../../../http/problem.ts';

/** Why a document has no calculator, by what was found in it. */
export function refusedProblem(diagnostics: readonly Diagnostic[]): Problem {
  const codes = new Set(diagnostics.map(({ code }) => code));
  if (codes.has('unknown-document') || codes.has('unknown-version')) return unknownDocument;
  if (codes.has('nothing-to-settle')) return nothingToSettle;
  if (codes.has('policy-has-errors')) return hasErrors;
  return cannotDescribe;
}

const unknownDocument: Problem = {
  code: 'unknown-document',
  status: 404,
  title: { zh: '没有这份文件。', en: 'There is no such document.' },
  detail: {
    zh: '标识可能写错了，或者文件已经移走。请从列表里重新选择。',
    en: 'Its ID may be mistyped, or it was moved away. Choose it from the list.',
  },
};

const nothingToSettle: Problem = {
  code: 'nothing-to-settle',
  status: 422,
  title: {
    zh: '这份文件没有可以计算的结算。',
    en: 'There is nothing to settle in this document.',
  },
  detail: {
    zh: '它只有词汇或参数，供别的文件使用。请选择以它为依据的文件。',
    en: 'It holds only words or values for others. Choose a document that rests on it.',
  },
};

const hasErrors: Problem = {
  code: 'policy-has-errors',
  status: 422,
  title: {
    zh: '这份文件有错误，改好之前不能计算。',
    en: 'This document has errors and cannot be calculated until they are mended.',
  },
};

const cannotDescribe: Problem = {
  code: 'no-calculator',
  status: 422,
  title: {
    zh: '按所选的日期和地区，这份文件不能计算。',
    en: 'This document cannot be calculated for the chosen day and place.',
  },
};
