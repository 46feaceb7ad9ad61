import { parseRational, rational } from '@tiaoli/base';
import type { Facts, State, Value } from '@tiaoli/interpreter';
import { accumulatorPlaces, checkFacts, emptyState, withStored } from '@tiaoli/interpreter';
import type { Expr, InputDeclaration, ModuleIndex, Program } from '@tiaoli/ir';
import { indexModule, isBelowEvent, walkExpr } from '@tiaoli/ir';

/** A number below `below`, from a seed: the same seed gives the same cases. */
export type Chance = (below: number) => number;

export function chanceOf(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

export interface RandomCase {
  readonly facts: Facts;
  readonly state: State;
}

/** Cases inside of the domains and invariants, amounts near the numbers that the program names. */
export function* randomCases(
  program: Program,
  chance: Chance,
  many: number,
): Generator<RandomCase> {
  const index = indexModule(program);
  const amounts = amountsOf(program);
  for (let at = 0; at < many; at += 1) {
    const facts = randomFacts(program, index, amounts, chance);
    if (checkFacts(program, facts).length > 0) continue;
    yield { facts, state: randomState(program, facts, amounts, chance) };
  }
}

/** Numbers of money that the program writes, in fen. */
function amountsOf({ definitions }: Program): readonly number[] {
  const found = new Set<number>([0]);
  const visit = (expr: Expr): void => {
    if (expr.kind !== 'literal' || expr.type.kind !== 'money') return;
    const value = parseRational(String(expr.value));
    if (value?.denominator === 1n) found.add(Number(value.numerator));
  };
  for (const { body } of definitions) walkExpr(body, visit);
  return [...found];
}

function randomFacts(
  program: Program,
  index: ModuleIndex,
  amounts: readonly number[],
  chance: Chance,
): Facts {
  const inputs = new Map<string, Value | null>();
  for (const input of index.inputs.values()) {
    if (isBelowEvent(input.entity, index)) continue;
    const value = randomValue(input, program, index, amounts, chance);
    if (value !== undefined) inputs.set(input.id, value);
  }
  return { inputs, children: new Map() };
}

function randomValue(
  input: InputDeclaration,
  { validity }: Program,
  { enumerations }: ModuleIndex,
  amounts: readonly number[],
  chance: Chance,
): Value | null | undefined {
  const { type } = input;
  if (input.optional && chance(3) === 0) return null;
  const membersOf = (id: string): readonly string[] =>
    enumerations.get(id)?.members.map(({ name }) => name) ?? [];
  switch (type.kind) {
    case 'boolean':
      return chance(2) === 0;
    case 'text':
      return `${chance(3)}`;
    case 'enumeration': {
      const members = membersOf(type.enumeration);
      return members[chance(members.length)] ?? '';
    }
    case 'set': {
      const members = membersOf(type.enumeration).filter(() => chance(3) === 0);
      return new Set(members.slice(0, input.atMost));
    }
    case 'date': {
      const from = validity[input.id]?.from ?? 19_000;
      return rational(from + chance((validity[input.id]?.to ?? from + 300) - from + 1));
    }
    case 'money':
      return rational(clamped(input, nearAmount(amounts, chance)));
    default:
      return rational(clamped(input, chance(100)));
  }
}

function clamped({ low, high }: InputDeclaration, value: number): number {
  return Math.min(Math.max(value, Number(low ?? value)), Number(high ?? value));
}

function nearAmount(amounts: readonly number[], chance: Chance): number {
  const base = amounts[chance(amounts.length)] ?? 0;
  const more = chance(2) === 0 ? 0 : (amounts[chance(amounts.length)] ?? 0);
  return chance(4) === 0 ? chance(50_000_000) : base + more + chance(5) - 2;
}

function randomState(
  program: Program,
  facts: Facts,
  amounts: readonly number[],
  chance: Chance,
): State {
  const { accumulators } = program;
  const names = new Map(accumulators.map((each) => [each.id, each] as const));
  const places = accumulatorPlaces(program, facts, new Set(names.keys()));
  return [...places].reduce((state, [id, { key, instance }]) => {
    const accumulator = names.get(id);
    if (!accumulator || chance(2) === 0) return state;
    const { name, type } = accumulator;
    if (type.kind !== 'money' && type.kind !== 'integer') return state;
    const value = type.kind === 'money' ? nearAmount(amounts, chance) : chance(9);
    const stored = { instance, value: rational(Math.max(0, value)) };
    return withStored(state, { name, key }, stored);
  }, emptyState);
}
