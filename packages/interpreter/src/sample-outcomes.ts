import { parseRational } from '@tiaoli/base';
import type { Declaration, Expr, ValueType } from '@tiaoli/ir';
import { boolean, date, fenLiteral, inputRef, literal, money, plus, rate, times } from '@tiaoli/ir';
import {
  day,
  item,
  testDefinition,
  testEnumeration,
  testInput,
  testProgram,
} from '@tiaoli/ir/testing';
import { interpretStep } from './interpret-step.ts';
import { emptyState } from './state.ts';
import type { Facts, Value } from './values.ts';
import { printKey } from './values.ts';

/** For tests: one claim with facts of every kind, on which single expressions are evaluated. */

export const level: ValueType = { kind: 'enumeration', enumeration: 'd/级别' };
export const kinds: ValueType = { kind: 'set', enumeration: 'd/身份' };

const declarations: readonly Declaration[] = [
  testEnumeration('级别', ['一级', '二级', '三级'], true),
  testEnumeration('身份', ['低保', '特困', '居民']),
  testInput('费用', money),
  testInput('垫付', money, { optional: true }),
  testInput('全额', money, { default: plus(inputRef('d/费用'), fenLiteral(7)) }),
  testInput('缺', money),
  testInput('也缺', boolean),
  testInput('级', level),
  testInput('身', kinds),
  testInput('无人', kinds),
  testInput('出院', date),
  testInput('类别', level, { spells: true }),
  testInput('金额', money, { entity: item }),
  testInput('计入', boolean, { entity: item }),
];

const items = [itemOf('100', true), itemOf('250', false), itemOf('30', true)];

const facts: Facts = {
  inputs: new Map<string, Value | null>([
    ['on', number(String(day('2024-05-06')))],
    ['d/费用', number('1000')],
    ['d/垫付', null],
    ['d/级', '二级'],
    ['d/身', new Set(['特困', '低保'])],
    ['d/无人', new Set<string>()],
    ['d/出院', number(String(day('2024-01-31')))],
  ]),
  spells: new Map([
    [
      'd/类别',
      [
        { validity: { to: day('2023-12-31') }, value: '一级' },
        { validity: { from: day('2024-01-01'), to: day('2024-06-30') }, value: '三级' },
      ],
    ],
  ]),
  children: new Map([[item, items]]),
};

/** What is asked, why, and the outcome as `outcomeOf` writes it. */
export type Row = readonly [why: string, expr: Expr, outcome: string];

/** What an expression comes to on the facts, as short text: the value, `不适用`, or `?` and what is missing. */
export function outcomeOf(body: Expr): string {
  const program = testProgram({
    declarations,
    definitions: [
      testDefinition('自身', fenLiteral(42)),
      testDefinition('项', times(inputRef('d/金额'), literal(rate, '0.5')), { entity: item }),
      testDefinition('新', body),
    ],
  });
  const outcome = interpretStep(program, emptyState, facts).outcomes.get('d/新');
  if (!outcome) throw new Error('no outcome');
  if (outcome.status === 'value') return printKey(outcome.value);
  if (outcome.status === 'not-applicable') return `不适用${outcome.reason}`;
  return `?${[...outcome.fields, ...outcome.causes.map(({ cause }) => cause)].join(',')}`;
}

function itemOf(fen: string, counted: boolean): Facts {
  const inputs = new Map<string, Value>([
    ['d/金额', number(fen)],
    ['d/计入', counted],
  ]);
  return { inputs, children: new Map() };
}

function number(text: string) {
  const value = parseRational(text);
  if (!value) throw new Error(`no number: ${text}`);
  return value;
}
