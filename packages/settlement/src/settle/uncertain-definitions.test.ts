import { accumulatorRef, definitionRef, fenLiteral, plus } from '@tiaoli/ir';
import { testAccumulator, testDefinition, testId, testProgram } from '@tiaoli/ir/testing';
import { expect, test } from 'vitest';
import { uncertainDefinitions } from './uncertain-definitions.ts';

const program = testProgram({
  definitions: [
    testDefinition('自由', fenLiteral(1)),
    testDefinition('已付', plus(accumulatorRef(testId('累计')), fenLiteral(1))),
    testDefinition('余下', plus(definitionRef(testId('已付')), fenLiteral(1))),
  ],
  accumulators: [testAccumulator('累计', '已付'), testAccumulator('另一个', '自由')],
});

test.each([
  [[], []],
  [['另一个'], []],
  [['累计'], ['已付', '余下']],
])('accumulators %j unknown: %j uncertain', (unknown, uncertain) => {
  const found = uncertainDefinitions(program, new Set(unknown));
  expect([...found]).toEqual(uncertain.map(testId));
});
