import type { Fault } from './faults.ts';

const emitted = (file: string) => `packages/compiler/src/backends/wasm/${file}`;

/** Of the WebAssembly backend. */
const inDocuments: readonly Omit<Fault, 'seenBy'>[] = [
  {
    name: 'bulk: toward zero for half away from zero',
    file: emitted('emit-rounding.ts'),
    search: "'half-away-from-zero': quotient === 1n ? 0n : half,",
    replacement: "'half-away-from-zero': half - half,",
  },
  {
    name: 'bulk: up adds a whole unit',
    file: emitted('emit-rounding.ts'),
    search: "'away-from-zero': quotient - 1n,",
    replacement: "'away-from-zero': quotient,",
  },
  {
    name: 'bulk: min for max',
    file: emitted('emit-arithmetic.ts'),
    search: "compareLong[operator === 'min' ? '<' : '>'](a, b)",
    replacement: "compareLong[operator === 'min' ? '<' : '<'](a, b)",
  },
  {
    name: 'bulk: a band adds its rate to that of the one below',
    file: emitted('emit-brackets.ts'),
    search: 'integer(rate, rates) - integer(bands[band - 1]?.rate ?? ZERO, rates)',
    replacement: 'integer(rate, rates) - integer(bands[-1]?.rate ?? ZERO, rates)',
  },
  {
    name: 'bulk: < for <=',
    file: emitted('operators.ts'),
    search: "'<=': operator('i32', 0x57),",
    replacement: "'<=': operator('i32', 0x53),",
  },
  {
    name: 'bulk: what is 不适用 is taken for a value',
    file: emitted('emit-combine.ts'),
    search: 'const isValue = value.status ? isThere(value.status) : int(1);',
    replacement: 'const isValue = value.status ? int(1) : int(1);',
  },
  {
    name: 'bulk: an accumulator is written where it should be kept',
    file: emitted('emit-state.ts'),
    search: 'return status === undefined ? stores : onlyIf(isThere(status), stores);',
    replacement: 'return status !== undefined ? stores : stores;',
  },
  {
    name: 'bulk: a value of another year counts',
    file: emitted('period-groups.ts'),
    search: "truth(compareLong['='](word(region, 0), instance.node))",
    replacement: "truth(compareLong['>='](instance.node, word(region, 0)))",
  },
  {
    name: 'bulk: what is written on some claims has the period of what is written on all',
    file: emitted('period-groups.ts'),
    search: 'JSON.stringify([key, written])',
    replacement: 'JSON.stringify([key, isAlone])',
  },
  {
    name: 'bulk: what is read behind a branch is worked out in it',
    file: 'packages/compiler/src/passes/shared-branches.ts',
    search: 'readInside.has(id) && !readElsewhere.has(id)',
    replacement: 'readInside.has(id)',
  },
  {
    name: 'bulk: the accounts of a household are one',
    file: emitted('accumulator-slots.ts'),
    search: "compareLong['='](word(region, 16 + index * 8, at), local('i64', index)),",
    replacement: "compareLong['>='](word(region, 16 + index * 8, at), local('i64', index)),",
  },
  {
    name: 'bulk: months are never left',
    file: emitted('calendar.ts'),
    search: 'return subtract(add(multiply(yearOf(date), long(12)), monthOf(date)), long(1));',
    replacement: 'return subtract(add(multiply(yearOf(date), long(12)), long(1)), long(1));',
  },
  {
    name: 'bulk: the insured year begins a day late',
    file: emitted('calendar.ts'),
    search: "select(compareLong['<'](dayInYear, start), long(1), long(0));",
    replacement: "select(compareLong['<='](dayInYear, start), long(1), long(0));",
  },
  {
    name: 'bulk: the last day of a month runs over',
    file: emitted('calendar.ts'),
    search: "select(compareLong['<'](dayOf(date), last), dayOf(date), last)",
    replacement: "select(compareLong['<'](dayOf(date), last), dayOf(date), dayOf(date))",
  },
  {
    name: 'bulk: the last record is left out',
    file: emitted('emit-aggregate.ts'),
    search: 'const end = namedNode(scope, cell(starts, parent.row, 1));',
    replacement:
      'const end = namedNode(scope, intArithmetic.subtract(cell(starts, parent.row, 1), int(1)));',
  },
  {
    name: 'bulk: a default is taken for a fact that is given',
    file: emitted('emit-reference.ts'),
    search: "const isGiven = truth(compareInt['='](mark, int(1)));",
    replacement: "const isGiven = truth(compareInt['>'](mark, int(1)));",
  },
  {
    name: 'bulk: a price that is a key is nothing',
    file: emitted('host-functions.ts'),
    search: 'return rational(held, BigInt(form.scale));',
    replacement: 'return rational(held - held, BigInt(form.scale));',
  },
  {
    name: 'bulk: a change of a catalogue is not looked at',
    file: emitted('host-functions.ts'),
    search: 'if (!isInForce(validity, on)) continue;',
    replacement: 'if (isInForce(validity, on)) continue;',
  },
  {
    name: 'bulk: days off are counted as working days',
    file: emitted('host-functions.ts'),
    search: 'if (worked) left -= 1;',
    replacement: 'left -= 1;',
  },
];

/** Where no generated document comes to what differs. */
const inPrograms: readonly Omit<Fault, 'seenBy'>[] = [
  {
    name: 'bulk: a year begins with what the last one came to',
    file: emitted('period-groups.ts'),
    search: 'group.renewal.push(storeWord(region, 0, long(0)));',
    replacement: 'storeWord(region, 0, long(0));',
  },
  {
    name: 'bulk: an amount below zero is rounded up',
    file: emitted('emit-rounding.ts'),
    search: 'long(-added), long(added));',
    replacement: 'long(added), long(added));',
  },
  {
    name: 'bulk: an empty stretch gives what it lacks',
    file: emitted('emit-brackets.ts'),
    search: 'isAscending ? difference : onlyForward',
    replacement: 'isAscending || difference ? difference : onlyForward',
  },
  {
    name: 'bulk: the lowest of the members is the best',
    file: emitted('emit-lookup.ts'),
    search: "compareLong[best === 'lowest' ? '<' : '>']",
    replacement: "compareLong[best === 'lowest' ? '>' : '<']",
  },
];

export const faultsOfBulk: readonly Fault[] = [
  ...inDocuments.map((fault) => ({ ...fault, seenBy: 'bulk' as const })),
  ...inPrograms.map((fault) => ({ ...fault, seenBy: 'programs' as const })),
];
