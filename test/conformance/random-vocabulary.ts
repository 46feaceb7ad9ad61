import type { Accumulator, Definition } from '@tiaoli/ir';
import { boolean, date, fenLiteral, inputRef, integer, money, rate } from '@tiaoli/ir';
import { item, person, testEnumeration, testId, testInput } from '@tiaoli/ir/testing';
import type { RandomSource } from './random-source.ts';

export const levels = ['一级', '二级', '三级'] as const;
export const groups = ['普通', '低保', '特困', '重病'] as const;

export const level = { kind: 'enumeration', enumeration: testId('医院级别') } as const;
const group = { kind: 'enumeration', enumeration: testId('人员类别') } as const;
const groupSet = { kind: 'set', enumeration: testId('人员类别') } as const;

/** Amounts in fen around which inputs and bounds crowd. */
export const breakpoints = [0, 1, 999, 1000, 30_000, 100_000, 2_000_000, 7_000_000] as const;

/** Every kind of input; those of 明细 stand on its records. */
export const inputs = [
  testInput('费用', money, { low: '0', high: '1000000000' }),
  testInput('自付', money, { low: '-100000', high: '100000000', default: fenLiteral(500) }),
  testInput('补助', money, { low: '0', high: '5000000', optional: true }),
  testInput('系数', rate, { low: '0', high: '1', places: 4 }),
  testInput('天数', integer, { low: '1', high: '3650' }),
  testInput('急诊', boolean),
  testInput('级别', level),
  testInput('类别', groupSet, { entity: person }),
  testInput('结算日期', date),
  testInput('入院日期', date, { default: inputRef(testId('结算日期')) }),
  testInput('就诊号', { kind: 'text' }),
  testInput('待遇', group, { spells: true, entity: person }),
  testInput('金额', money, { low: '0', high: '100000000', entity: item }),
  testInput('甲类', boolean, { entity: item }),
];

/** What has been built so far, for the next expression to read. */
export interface Builder {
  readonly random: RandomSource;
  readonly definitions: Definition[];
  readonly accumulators: Accumulator[];
  /** Where the expression stands: a child record sees more inputs. */
  readonly onItem: boolean;
}

export const enumerations = [
  testEnumeration('医院级别', levels, true),
  testEnumeration('人员类别', groups),
];
