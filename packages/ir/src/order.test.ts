import { expect, test } from 'vitest';
import { definitionRef, fenLiteral, inputRef, literal, money, plus, text } from './build-expr.ts';
import { orderDefinitions } from './order.ts';
import {
  testAccumulator,
  testCell,
  testDefinition,
  testInput,
  testModule,
  testParameter,
  testVersion,
} from './testing.ts';

const one = testDefinition('一', fenLiteral(1));
const two = testDefinition('二', definitionRef('d/一'));
const three = testDefinition('三', plus(definitionRef('d/二'), definitionRef('d/一')));

test.each([[[one, two, three]], [[three, two, one]], [[two, three, one]]])(
  'what is read comes first',
  (definitions) => {
    const { definitions: ordered, cycles } = orderDefinitions(testModule({ definitions }));
    expect(ordered).toEqual([one, two, three]);
    expect(cycles).toEqual([]);
  },
);

test('the order given is kept where it is free', () => {
  const other = testDefinition('四', fenLiteral(4));
  const names = (definitions: readonly { name: string }[]) => definitions.map(({ name }) => name);
  expect(
    names(orderDefinitions(testModule({ definitions: [other, one, two] })).definitions),
  ).toEqual(['四', '一', '二']);
  expect(
    names(orderDefinitions(testModule({ definitions: [one, two, other] })).definitions),
  ).toEqual(['一', '二', '四']);
});

test('through the default of an input and the key of an accumulator', () => {
  const module = testModule({
    declarations: [testInput('费用', money, { default: definitionRef('d/一') })],
    definitions: [
      testDefinition('甲', inputRef('d/费用')),
      testDefinition('乙', { kind: 'accumulator', accumulator: 'd/累计' }),
      one,
      testDefinition('键', literal(text, 'x'), { type: text }),
    ],
    accumulators: [testAccumulator('累计', '一', { by: [definitionRef('d/键')] })],
  });
  const { definitions } = orderDefinitions(module);
  expect(definitions.map(({ name }) => name)).toEqual(['一', '甲', '键', '乙']);
});

test('parameters that are worked out from each other', () => {
  const from = (name: string, parameter: string) =>
    testParameter(name, money, {
      versions: [
        testVersion({}, [
          testCell([], { kind: 'parameter', parameter, keys: [], splits: [], on: 'on' }),
        ]),
      ],
    });
  const module = testModule({ declarations: [from('甲', 'd/乙'), from('乙', 'd/甲')] });
  expect(orderDefinitions(module).cycles).toEqual([['d/甲', 'd/乙']]);
});

test('a chain longer than the call stack is deep', () => {
  const length = 50_000;
  const definitions = Array.from({ length }, (_, at) =>
    testDefinition(`n${at}`, at + 1 < length ? definitionRef(`d/n${at + 1}`) : fenLiteral(1)),
  );
  const ordered = orderDefinitions(testModule({ definitions })).definitions;
  expect(ordered[0]?.name).toBe(`n${length - 1}`);
  expect(ordered).toHaveLength(length);
});
