import type { Fault } from './faults.ts';

const emitted = (file: string) => `packages/compiler/src/backends/sql/${file}`;

/** Of the SQL backend, as DuckDB runs it: of what all databases share but for the lists. */
const inPrograms: readonly Omit<Fault, 'seenBy'>[] = [
  {
    name: 'SQL: toward zero for half away from zero',
    file: emitted('emit-rounding.ts'),
    search: "'half-away-from-zero': quotient / 2n,",
    replacement: "'half-away-from-zero': 0n,",
  },
  {
    name: 'SQL: up adds a whole unit',
    file: emitted('emit-rounding.ts'),
    search: "'away-from-zero': quotient - 1n,",
    replacement: "'away-from-zero': quotient,",
  },
  {
    name: 'SQL: an amount below zero is rounded up',
    file: emitted('emit-rounding.ts'),
    search: '[[isBelow, whole(-added)]]',
    replacement: '[[isBelow, whole(added)]]',
  },
  {
    name: 'SQL: an empty stretch gives what it lacks',
    file: emitted('emit-brackets.ts'),
    search: 'isAscending ? difference : onlyForward',
    replacement: 'isAscending || difference ? difference : onlyForward',
  },
  {
    name: 'SQL: a guard that is missing is taken for one that does not hold',
    file: emitted('emit-choice.ts'),
    search: '[hasNone(emission, guard.status), guard.status]',
    replacement: '[guard.node, guard.status]',
  },
  {
    name: 'SQL: what is 不适用 is taken for a value',
    file: emitted('emit-combine.ts'),
    search: 'onlyWhere(emission, isThere(emission, value), value.node)',
    replacement: 'onlyWhere(emission, isThere(emission, {}), value.node)',
  },
  {
    name: 'SQL: one operand that decides is not enough',
    file: emitted('emit-condition.ts'),
    search: 'firstOf(emission, [[isDecided, none], ...lost], none)',
    replacement: 'firstOf(emission, [...lost, [isDecided, none]], none)',
  },
  {
    name: 'SQL: an accumulator is written where it should be kept',
    file: emitted('emit-state.ts'),
    search: 'next: firstOf(emission, [[isWritten, node]], before)',
    replacement: 'next: firstOf(emission, [], node ?? before)',
  },
  {
    name: 'SQL: a claim that writes nothing wipes what was written',
    file: emitted('emit-state.ts'),
    search: 'next: anyOf(emission, [before, isWritten])',
    replacement: 'next: anyOf(emission, [isWritten])',
  },
  {
    name: 'SQL: a value of another year counts',
    file: emitted('accumulator-slots.ts'),
    search: 'isCurrent: allOf(emission, [isWritten, isSame]),',
    replacement: 'isCurrent: allOf(emission, [isWritten]),',
  },
  {
    name: 'SQL: under a key a value of another year counts',
    file: emitted('accumulator-slots.ts'),
    search: 'isCurrent: allOf(emission, [isFound, isOfPeriod(',
    replacement: 'isCurrent: allOf(emission, [isFound, isFound ?? isOfPeriod(',
  },
  {
    name: 'SQL: months are never left',
    file: emitted('calendar.ts'),
    search: 'return minus(plus(times(year, 12), month), whole(1));',
    replacement: 'return minus(plus(times(year, 12), whole(1)), month && whole(1));',
  },
  {
    name: 'SQL: the insured year begins a day late',
    file: emitted('calendar.ts'),
    search: 'isBelow(inYear, first)',
    replacement: 'isBelow(inYear, first + 1)',
  },
  {
    name: 'SQL: the last record is left out',
    file: emitted('emit-aggregate.ts'),
    search: 'dialect.each([child.count], child.variable, [body])',
    replacement: "dialect.each(['(', child.count, ' - 1)'], child.variable, [body])",
  },
  {
    name: 'SQL: what is not given is 不适用',
    file: emitted('emit-reference.ts'),
    search: 'fallback ? emit(fallback, scope) : gapValue(emission, -1)',
    replacement: 'fallback ? emit(fallback, scope) : gapValue(emission, 1)',
  },
  {
    name: 'SQL: the lowest of the members is the best',
    file: emitted('emit-lookup.ts'),
    search: "best === 'lowest' ? 'min' : 'max'",
    replacement: "best === 'lowest' ? 'max' : 'min'",
  },
  {
    name: 'SQL: the first of two greatest is forgotten',
    file: emitted('emit-aggregate.ts'),
    search: "best = extremeOf(emission, 'max', [best, term]);",
    replacement: "best = extremeOf(emission, 'max', [term]);",
  },
  {
    name: 'SQL: the claim after the next is the next',
    file: emitted('write-query.ts'),
    search: 'p.seq = f.seq + 1)`;',
    replacement: 'p.seq = f.seq + 2)`;',
  },
];

export const faultsOfSql: readonly Fault[] = inPrograms.map((fault) => ({
  ...fault,
  seenBy: 'sql',
}));
