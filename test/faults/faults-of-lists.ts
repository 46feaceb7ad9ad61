import type { Fault } from './faults.ts';

const lowering = (file: string) => `packages/language/src/lower/${file}`;
const emitted = (file: string) => `packages/compiler/src/backends/js/${file}`;

/** Of catalogues, and of items that are priced and divided. */
const inCatalogues: readonly Omit<Fault, 'seenBy'>[] = [
  {
    name: 'a stretch holds its other end',
    file: lowering('catalogue-schema.ts'),
    search: "word === 'at_least' ? 'low' : 'high'",
    replacement: "word === 'at_least' ? 'high' : 'low'",
  },
  {
    name: 'what a bill does not say is not rounded to fen',
    file: lowering('lower-entities.ts'),
    search: 'return rounding === undefined ? {} : { rounding };',
    replacement: 'return rounding === undefined || rounding ? {} : { rounding };',
  },
  {
    name: 'the place above comes before the place itself',
    file: 'packages/compiler/src/passes/catalogue-changes.ts',
    search: 'left.distance - right.distance ||',
    replacement: 'right.distance - left.distance ||',
  },
  {
    name: '取消 leaves the row of those above',
    file: 'packages/interpreter/src/evaluate-catalogue.ts',
    search: 'if (row !== undefined) return removes ? undefined : { rows, row };',
    replacement: 'if (row !== undefined && !removes) return { rows, row };',
  },
  {
    name: 'a row ends a day early',
    file: 'packages/catalogue/src/key-table.ts',
    search: 'if (from <= on && on <= to &&',
    replacement: 'if (from <= on && on < to &&',
  },
];

/** 逐个, and the account of somebody else. */
const inHouseholds: readonly Omit<Fault, 'seenBy'>[] = [
  {
    name: 'each record may pay what those before it paid',
    file: lowering('layer/for-each.ts'),
    search: 'const left = draws.reduce(minus, held);',
    replacement: 'const left = draws.slice(99).reduce(minus, held);',
  },
  {
    name: '限额 每次 of a record is not looked at',
    file: lowering('layer/for-each.ts'),
    search: 'minimum(left, ...(limit ? [limit] : []), positivePart(before))',
    replacement: 'minimum(left, ...(limit ? [left] : []), positivePart(before))',
  },
  {
    name: 'cases that add up draw on a list once each',
    file: lowering('layer/overlap.ts'),
    search: 'return { ...all, paid: drawnFromRecords(graph, source, all.paid, { gate, suffix }) };',
    replacement:
      'return { ...all, paid: [drawnFromRecords(graph, source, all.paid, { gate, suffix })] && all.paid };',
  },
  {
    name: '就高 looks at what the accounts cannot pay',
    file: lowering('layer/steps.ts'),
    search: "return overlap?.kind === 'sum';",
    replacement: "return overlap?.kind === 'sum' || overlap?.kind === 'best';",
  },
  {
    name: 'the account of another is not written',
    file: lowering('lower-stocks.ts'),
    search: 'const isOthers = both(not(isUnder(made.by, keys)),',
    replacement: 'const isOthers = both(isUnder(made.by, keys),',
  },
  {
    name: 'a payment from another account is taken from the own one',
    file: lowering('lower-stocks.ts'),
    search: 'return keys ? choose(isUnder(of, keys), paid, noMoney) : paid;',
    replacement: 'return keys ? choose(isUnder(keys, keys), paid, noMoney) : paid;',
  },
  {
    name: 'of two records of one rank the first counts',
    file: 'packages/interpreter/src/evaluate-aggregate.ts',
    search: "if (second !== undefined) return undetermined('conflict', severalRecords);",
    replacement: "if (second === null) return undetermined('conflict', severalRecords);",
  },
];

const inCalculators: readonly Omit<Fault, 'seenBy'>[] = [
  {
    name: 'a change of a catalogue begins a day late',
    file: emitted('runtime-source.ts'),
    search: 'if (on < from || on > to) continue;',
    replacement: 'if (on <= from || on > to) continue;',
  },
  {
    name: 'a price that is a key is nothing',
    file: emitted('emit-catalogue.ts'),
    search: 'return `{ numerator: BigInt(',
    replacement: 'return `{ numerator: 0n * BigInt(',
  },
  {
    name: 'what a claim leaves in another account is not kept',
    file: emitted('emit-state.ts'),
    search: 'set(status, keyTextOf(codes, top), next);',
    replacement: "if (next.text === '') set(status, keyTextOf(codes, top), next);",
  },
];

export const faultsOfLists: readonly Fault[] = [
  ...[...inCatalogues, ...inHouseholds].map((fault) => ({ ...fault, seenBy: 'none' as const })),
  ...inCalculators.map((fault) => ({ ...fault, seenBy: 'plain' as const })),
];
