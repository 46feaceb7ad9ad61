import type { Rational } from '@tiaoli/base';
import { rational } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { Facts, Outcome, State } from '@tiaoli/interpreter';
import { emptyState, interpretStep } from '@tiaoli/interpreter';
import type { Declaration, Definition, Expr, Program } from '@tiaoli/ir';
import { checkPolicies, linkPolicies } from '@tiaoli/workspace';
import { expect, test } from 'vitest';
import { shrunkenPolicies } from './shrunken-policies.ts';

// Every person and every claim of these policies is settled by the interpreter: what is true of them is counted, not
// inferred, and must be what the analyses find; nothing more, nothing less.

const path = 'policies/small.tiaoli';
const day = 19_783;

test.each(shrunkenPolicies)('$name: found is what is true', async ({ text }) => {
  const policies = await linkPolicies([{ path, text }]);
  const found = checkPolicies(policies).map(({ code, span }) => `${code} ${labelAt(text, span)}`);
  expect([...new Set(found)].sort()).toEqual([...(await truthsOf(text))].sort());
});

test('there are twenty at least, and each code is true of some and false of others', async () => {
  expect(shrunkenPolicies.length).toBeGreaterThanOrEqual(20);
  const truths = await Promise.all(shrunkenPolicies.map(({ text }) => truthsOf(text)));
  const codes = truths.map((each) => new Set([...each].map((truth) => truth.split(' ')[0])));
  for (const code of [
    'gap',
    'overlap',
    'unreachable-case',
    'redundant-case',
    'negative-payment',
    'cliff',
    'payment-beyond-total',
    'broken-invariant',
    'broken-monotony',
  ]) {
    const count = codes.filter((each) => each.has(code)).length;
    expect(count, code).toBeGreaterThan(0);
    expect(count, code).toBeLessThan(shrunkenPolicies.length);
  }
});

/** The label of a case that is reported by itself; of an overlap both count as one. */
function labelAt(
  text: string,
  { start, end }: { start: { offset: number }; end: { offset: number } },
): string {
  const words = text.slice(start.offset, end.offset);
  return /^情形「(.)」/.exec(words)?.[1] ?? '';
}

async function programOf(text: string): Promise<Program> {
  const policies = await linkPolicies([{ path, text }]);
  const { module } = policies.lower(path);
  if (!module) throw new Error(text);
  const dates = Object.fromEntries(governingDates(module).map((ref) => [ref, day]));
  const { program } = bind(module, { dates });
  if (!program) throw new Error(text);
  return program;
}

interface SmallCase {
  readonly facts: Facts;
  readonly cost: number;
  readonly rest: string;
}

function allCases(): readonly SmallCase[] {
  const persons = ['一', '二', '三'].flatMap((level) =>
    [0, 1, 2, 3].flatMap((age) => [0, 1, 2].map((own) => ({ level, age, own }))),
  );
  return persons.flatMap((person) => [0, 1, 2, 3, 4, 5].map((cost) => smallCase(person, cost)));
}

interface SmallPerson {
  readonly level: string;
  readonly age: number;
  readonly own: number;
}

function smallCase({ level, age, own }: SmallPerson, cost: number): SmallCase {
  const inputs = new Map<string, Rational | string>([
    ['test.small/参保人.等级', level],
    ['test.small/参保人.年龄', rational(age)],
    ['test.small/结算.费用', rational(cost)],
    ['test.small/结算.自费', rational(own)],
    ['test.small/结算.结算日期', rational(day)],
    ['on', rational(day)],
  ]);
  return { facts: { inputs, children: new Map() }, cost, rest: `${level} ${age} ${own}` };
}

const everyCase = allCases();

type Settled = ReadonlyMap<string, Outcome>;

function settleAll(program: Program): readonly Settled[] {
  return everyCase.map(({ facts }) => interpretStep(program, emptyState, facts).outcomes);
}

async function truthsOf(text: string): Promise<ReadonlySet<string>> {
  const program = await programOf(text);
  const settled = settleAll(program);
  const truths = new Set<string>();
  const causes = settled
    .flatMap((each) => [...each.values()])
    .flatMap((each) => (each.status === 'missing' ? each.causes : []));
  if (causes.some(({ cause }) => cause === 'gap')) truths.add('gap ');
  if (causes.some(({ cause }) => cause === 'conflict')) truths.add('overlap 乙');
  for (const truth of amountTruths(program, settled)) truths.add(truth);
  for (const truth of stateTruths(program)) truths.add(truth);
  for (const truth of orderTruths(program)) truths.add(truth);
  for (const truth of await caseTruths(text, program, settled)) truths.add(truth);
  return truths;
}

function amountTruths(program: Program, settled: readonly Settled[]): readonly string[] {
  const truths: string[] = [];
  const isNegative = (id: string): boolean => settled.some((each) => fenOf(each.get(id)) < 0);
  for (const each of program.declarations) {
    if (
      each.kind === 'layer' &&
      [each.results.基数, each.results.支付].some((id) => id !== undefined && isNegative(id))
    )
      truths.push('negative-payment ');
    if (each.kind !== 'waterfall') continue;
    if (each.steps.some(({ remaining }) => isNegative(remaining)))
      truths.push('payment-beyond-total ');
    if (hasCliff(settled, each.results.个人负担 ?? '', each.steps.length)) truths.push('cliff ');
  }
  return truths;
}

/** What is said of accumulators, and is false after some claims of somebody. */
function stateTruths(program: Program): readonly string[] {
  const said = program.declarations.find((each) => each.kind === 'invariant');
  if (!said) return [];
  return isBrokenBy(histories(program), said.condition, program) ? ['broken-invariant '] : [];
}

/** Two cases that differ in one fact alone, and go the wrong way. */
function orderTruths(program: Program): readonly string[] {
  const said = program.declarations.find((each) => each.kind === 'monotony');
  if (!said) return [];
  const values = everyCase.map((_, at) => valueAt(said.value, program, at));
  const sign = said.direction === 'rising' ? 1 : -1;
  const isWrong = (low: number, high: number): boolean => {
    const [less, more] = [values[low], values[high]];
    return less !== undefined && more !== undefined && (more - less) * sign < 0;
  };
  const found = everyCase.some((_, low) =>
    everyCase.some((_, high) => isBelow(low, high, said.input) && isWrong(low, high)),
  );
  return found ? ['broken-monotony '] : [];
}

function isBelow(low: number, high: number, input: string): boolean {
  const [left, right] = [everyCase[low], everyCase[high]];
  if (!left || !right) return false;
  const [less, more] = [left, right].map(({ facts }) => rankOf(facts.inputs.get(input)));
  const isAlike = [...left.facts.inputs].every(
    ([id, value]) => id === input || rankOf(value) === rankOf(right.facts.inputs.get(id)),
  );
  return isAlike && less !== undefined && more !== undefined && less < more;
}

function rankOf(value: unknown): number {
  if (typeof value === 'string') return '一二三'.indexOf(value);
  return fenOf({ status: 'value', value: value as Rational });
}

function valueAt(expr: Expr, program: Program, at: number): number | undefined {
  const [model] = program.definitions;
  const facts = everyCase[at]?.facts;
  if (!model || !facts) throw new Error('nothing to settle');
  const probe: Definition = { ...model, id: '?', entity: 'test.small/结算', body: expr };
  const asking = { ...program, definitions: [...program.definitions, probe] };
  const outcome = interpretStep(asking, emptyState, facts, { only: ['?'] }).outcomes.get('?');
  return outcome?.status === 'value' ? fenOf(outcome) : undefined;
}

const mostClaims = 3;

/** Every state that three claims of one person, or fewer, leave behind. */
function histories(program: Program): readonly State[] {
  const claims = Map.groupBy(everyCase, ({ rest }) => rest.split(' ').slice(0, 2).join(' '));
  return [...claims.values()].flatMap((own) => {
    let states = new Map([['', emptyState]]);
    for (let count = 0; count < mostClaims; count += 1) {
      const next = [...states.values()].flatMap((state) =>
        own.map(({ facts }) => interpretStep(program, state, facts).state),
      );
      states = new Map([...states.values(), ...next].map((state) => [textOf(state), state]));
    }
    return [...states.values()];
  });
}

function textOf(state: State): string {
  const stored = [...state].map(([name, byKey]) => [name, [...byKey.values()]]);
  return JSON.stringify(stored, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
}

function isBrokenBy(states: readonly State[], condition: Expr, program: Program): boolean {
  const [model] = program.definitions;
  const [someCase] = everyCase;
  if (!model || !someCase) throw new Error('nothing to settle');
  const probe: Definition = { ...model, id: '?', entity: 'test.small/结算', body: condition };
  const asking = { ...program, definitions: [...program.definitions, probe] };
  return states.some((state) => {
    const { outcomes } = interpretStep(asking, state, someCase.facts, { only: ['?'] });
    const outcome = outcomes.get('?');
    return outcome?.status === 'value' && outcome.value === false;
  });
}

/** Worse off by more than the fen itself, the rounding of each layer, and one. */
function hasCliff(settled: readonly Settled[], burden: string, layers: number): boolean {
  return everyCase.some(({ cost, rest }, at) => {
    const next = everyCase.findIndex((other) => other.cost === cost + 1 && other.rest === rest);
    if (next < 0) return false;
    return fenOf(settled[next]?.get(burden)) - fenOf(settled[at]?.get(burden)) >= 2 + layers;
  });
}

function fenOf(outcome: Outcome | undefined): number {
  const value = outcome?.status === 'value' ? outcome.value : undefined;
  if (typeof value !== 'object' || !('numerator' in value)) return 0;
  return Number(value.numerator) / Number(value.denominator);
}

/** Cases that nobody meets first; and those that can be struck out of the text without changing any result. */
async function caseTruths(
  text: string,
  program: Program,
  settled: readonly Settled[],
): Promise<readonly string[]> {
  const truths: string[] = [];
  for (const owner of program.declarations) {
    for (const { label, span } of casesOf(owner)) {
      if (!everyCase.some((_, at) => countsFor(owner, label, program, at))) {
        truths.push(`unreachable-case ${label}`);
        continue;
      }
      const struck =
        text.slice(0, span.start.offset) + text.slice(span.end.offset).replace(/^；/, '');
      const named = struck.replace(` > ${label}`, '').replace(`(${label} > `, '(');
      const without = settleAll(await programOf(named));
      if (without.every((each, at) => sameResults(each, settled[at], owner)))
        truths.push(`redundant-case ${label}`);
    }
  }
  return truths;
}

function casesOf(owner: Declaration) {
  if (owner.kind !== 'rule' && owner.kind !== 'layer') return [];
  return owner.cases.flatMap(({ label, span, when }) =>
    label === undefined || !when ? [] : [{ label, span, when }],
  );
}

function countsFor(owner: Declaration, label: string, program: Program, at: number): boolean {
  const cases = casesOf(owner);
  const ranked = 'overlap' in owner && owner.overlap?.kind === 'ranked' ? owner.overlap.order : [];
  const before = ranked.slice(0, Math.max(0, ranked.indexOf(label)));
  const isTrue = (name: string): boolean => {
    const when = cases.find((each) => each.label === name)?.when;
    const [model] = program.definitions;
    if (!when || !model) return false;
    const probe: Definition = { ...model, id: '?', entity: 'test.small/结算', body: when };
    const asking = { ...program, definitions: [...program.definitions, probe] };
    const outcome = interpretStep(
      asking,
      emptyState,
      everyCase[at]?.facts ?? { inputs: new Map(), children: new Map() },
      { only: ['?'] },
    ).outcomes.get('?');
    return outcome?.status === 'value' && outcome.value === true;
  };
  return isTrue(label) && !before.some(isTrue);
}

function sameResults(one: Settled, other: Settled | undefined, owner: Declaration): boolean {
  const ids =
    owner.kind === 'layer'
      ? Object.values(owner.results)
      : owner.kind === 'rule'
        ? [owner.definition]
        : [];
  return ids.every((id) => printed(one.get(id)) === printed(other?.get(id)));
}

function printed(outcome: Outcome | undefined): string {
  if (outcome?.status !== 'value') return outcome?.status ?? '';
  return typeof outcome.value === 'object' ? String(fenOf(outcome)) : String(outcome.value);
}
