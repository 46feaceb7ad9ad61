import type { Accumulator, Definition } from '@tiaoli/ir';
import {
  accumulatorRef,
  choose,
  compareTo,
  date,
  definitionRef,
  inputRef,
  money,
  notApplicable,
  numberLiteral,
  plus,
} from '@tiaoli/ir';
import {
  testAccumulator,
  testDefinition,
  testId,
  testInput,
  testProgram,
} from '@tiaoli/ir/testing';
import { expect, test } from 'vitest';
import { sharedBranches } from './shared-branches.ts';

const amount = testInput('金额', money);
const isLarge = compareTo(inputRef(amount.id), '>=', numberLiteral(money, 100));
const none = notApplicable(money, '小额');
const ref = (name: string) => definitionRef(testId(name));
const step = { visibility: 'step' } as const;

/** Names of what each branch has, and of what is worked out inside it. */
function branchesOf(definitions: readonly Definition[], accumulators: readonly Accumulator[] = []) {
  const program = testProgram({
    declarations: [amount, testInput('日期', date)],
    ...{ definitions, accumulators },
  });
  const needed = new Set(program.definitions.map(({ id }) => id));
  const wanted = ({ visibility }: { readonly visibility: string }) => visibility === 'result';
  const own = program.definitions;
  return sharedBranches(program, { own, needed, wanted }).map((branch) => [
    branch.definitions.map(({ name }) => name).join(' '),
    [...branch.inner.keys()].map((id) => own.find((each) => each.id === id)?.name).join(' '),
  ]);
}

test('what only the branches of a guard read is worked out in them, with all that stands under it', () => {
  const found = branchesOf(
    [
      testDefinition('一', inputRef(amount.id), step),
      testDefinition('二', plus(ref('一'), ref('一')), step),
      testDefinition('支付', choose(isLarge, ref('二'), none)),
      testDefinition('余额', plus(ref('支付'), inputRef(amount.id))),
      testDefinition(
        '累计之后',
        choose(isLarge, plus(ref('二'), accumulatorRef(testId('累计'))), none),
        step,
      ),
    ],
    [testAccumulator('累计', '累计之后', { on: testId('日期') })],
  );
  expect(found).toEqual([
    ['支付 累计之后', '二 一'],
    ['余额', ''],
  ]);
});

test('a condition is the same under a name of its own', () => {
  const found = branchesOf([
    testDefinition('适用', isLarge, { ...step, type: { kind: 'boolean' } }),
    testDefinition('基数', choose(isLarge, inputRef(amount.id), numberLiteral(money, 0)), step),
    testDefinition('支付', choose(ref('适用'), ref('基数'), none)),
  ]);
  expect(found).toEqual([
    ['适用', ''],
    ['支付', '基数'],
  ]);
});

test('what is read elsewhere too, or where the guard does not hold, stays outside', () => {
  const found = branchesOf([
    testDefinition('一', inputRef(amount.id), step),
    testDefinition('二', inputRef(amount.id), step),
    testDefinition('三', inputRef(amount.id)),
    testDefinition('支付', choose(isLarge, plus(ref('一'), ref('三')), ref('二'))),
    testDefinition('余额', ref('一')),
  ]);
  expect(found.every(([, inner]) => inner === '')).toBe(true);
});

test('what rests on a result of the branch comes behind it, in a branch of its own', () => {
  const found = branchesOf([
    testDefinition('支付', choose(isLarge, inputRef(amount.id), none)),
    testDefinition('余额', plus(ref('支付'), inputRef(amount.id))),
    testDefinition('补助', choose(isLarge, ref('余额'), none)),
  ]);
  expect(found.map(([names]) => names)).toEqual(['支付', '余额', '补助']);
});
