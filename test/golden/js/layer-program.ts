import type { Expr, Program } from '@tiaoli/ir';
import {
  accumulatorRef,
  both,
  choose,
  compareTo,
  date,
  definitionRef,
  fenLiteral,
  inputRef,
  integer,
  literal,
  minimum,
  minus,
  money,
  noMoney,
  notApplicable,
  plus,
  positivePart,
  rate,
  roundTo,
  times,
} from '@tiaoli/ir';
import {
  testAccumulator,
  testDefinition,
  testEnumeration,
  testId,
  testInput,
  testProgram,
} from '@tiaoli/ir/testing';

const level = { kind: 'enumeration', enumeration: testId('级别') } as const;
const cost = inputRef(testId('合规费用'));
const on = testId('结算日期');
const half = { mode: 'half-away-from-zero', unit: '1' } as const;
const step = { visibility: 'step' } as const;

function read(name: string): Expr {
  return definitionRef(testId(name));
}

function byLevel(...cells: readonly Expr[]): Expr {
  const rows = ['一级', '二级', '三级'].flatMap((name, index) => {
    const value = cells[index];
    return value ? [{ match: [{ kind: 'members' as const, members: [name] }], value }] : [];
  });
  return { kind: 'lookup', keys: [inputRef(testId('级别'))], rows };
}

/**
 * An inpatient layer (deductible by level and by turn, rate by level, yearly cap) and a critical-illness layer on what
 * it leaves (yearly deductible, brackets over the year), as the lowering makes them.
 */
export const layerProgram: Program = testProgram({
  declarations: [
    testEnumeration('级别', ['一级', '二级', '三级'], true),
    testInput('合规费用', money, { low: '0', high: '1000000000' }),
    testInput('级别', level),
    testInput('住院', { kind: 'boolean' }),
    testInput('结算日期', date),
  ],
  definitions: [
    testDefinition('住院统筹.适用', inputRef(testId('住院')), {
      ...step,
      type: { kind: 'boolean' },
    }),
    testDefinition('住院统筹.基数', choose(read('住院统筹.适用'), cost, noMoney), step),
    testDefinition(
      '住院统筹.应扣起付',
      choose(
        read('住院统筹.适用'),
        times(
          {
            kind: 'lookup',
            keys: [accumulatorRef(testId('住院次数'))],
            rows: [
              {
                match: [{ kind: 'range', high: { value: '0', included: true } }],
                value: literal(rate, '1'),
              },
              {
                match: [
                  {
                    kind: 'range',
                    low: { value: '0', included: false },
                    high: { value: '1', included: true },
                  },
                ],
                value: literal(rate, '0.5'),
              },
              { match: [{ kind: 'otherwise' }], value: literal(rate, '0') },
            ],
          },
          byLevel(fenLiteral(10_000), fenLiteral(40_000), fenLiteral(100_000)),
        ),
        noMoney,
      ),
      step,
    ),
    testDefinition(
      '住院统筹.起付步',
      minimum(read('住院统筹.基数'), read('住院统筹.应扣起付')),
      step,
    ),
    testDefinition('住院统筹.计入', minus(read('住院统筹.基数'), read('住院统筹.起付步')), step),
    testDefinition(
      '住院统筹.应付',
      roundTo(
        times(
          byLevel(literal(rate, '0.85'), literal(rate, '0.75'), literal(rate, '0.6')),
          read('住院统筹.计入'),
        ),
        half,
      ),
      step,
    ),
    testDefinition(
      '住院统筹.支付步',
      minimum(
        read('住院统筹.应付'),
        positivePart(minus(fenLiteral(7_000_000), accumulatorRef(testId('住院统筹.限额.本年')))),
      ),
      step,
    ),
    testDefinition(
      '住院统筹',
      choose(read('住院统筹.适用'), read('住院统筹.支付步'), notApplicable(money, '不是住院')),
      { optional: true },
    ),
    testDefinition('余额', minus(cost, read('住院统筹.支付步'))),
    testDefinition(
      '大病保险.起付',
      minimum(
        read('余额'),
        positivePart(minus(fenLiteral(1_000_000), accumulatorRef(testId('大病保险.起付.本年')))),
      ),
    ),
    testDefinition('大病保险.计入', minus(read('余额'), read('大病保险.起付')), step),
    testDefinition(
      '大病保险.累计应付',
      plus(accumulatorRef(testId('大病保险.应付.本年')), {
        kind: 'brackets',
        from: accumulatorRef(testId('大病保险.计入.本年')),
        to: plus(accumulatorRef(testId('大病保险.计入.本年')), read('大病保险.计入')),
        bands: [
          { upTo: fenLiteral(10_000_000), rate: literal(rate, '0.6') },
          { upTo: fenLiteral(20_000_000), rate: literal(rate, '0.65') },
          { rate: literal(rate, '0.7') },
        ],
      }),
      step,
    ),
    testDefinition(
      '大病保险',
      minus(
        roundTo(read('大病保险.累计应付'), half),
        roundTo(accumulatorRef(testId('大病保险.应付.本年')), half),
      ),
    ),
    testDefinition('个人负担', minus(read('余额'), read('大病保险'))),
    testDefinition(
      '住院次数之后',
      plus(
        accumulatorRef(testId('住院次数')),
        choose(
          both(read('住院统筹.适用'), compareTo(cost, '>', noMoney)),
          literal(integer, '1'),
          literal(integer, '0'),
        ),
      ),
      { ...step, type: integer },
    ),
    testDefinition(
      '住院统筹.限额.本年之后',
      plus(accumulatorRef(testId('住院统筹.限额.本年')), read('住院统筹.支付步')),
      step,
    ),
    testDefinition(
      '大病保险.起付.本年之后',
      plus(accumulatorRef(testId('大病保险.起付.本年')), read('大病保险.起付')),
      step,
    ),
    testDefinition(
      '大病保险.计入.本年之后',
      plus(accumulatorRef(testId('大病保险.计入.本年')), read('大病保险.计入')),
      step,
    ),
  ],
  accumulators: [
    testAccumulator('住院次数', '住院次数之后', { on, type: integer }),
    testAccumulator('住院统筹.限额.本年', '住院统筹.限额.本年之后', { on }),
    testAccumulator('大病保险.起付.本年', '大病保险.起付.本年之后', { on }),
    testAccumulator('大病保险.计入.本年', '大病保险.计入.本年之后', { on }),
    testAccumulator('大病保险.应付.本年', '大病保险.累计应付', { on }),
  ],
});
