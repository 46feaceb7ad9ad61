import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { add, compare, multiply, parseDate, rational, subtract } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { Slice, SlicePart } from '@tiaoli/diff';
import { openSlicing, slicedInputs, sliceOf } from '@tiaoli/diff';
import type { Facts, State, Value } from '@tiaoli/interpreter';
import { emptyState, interpretStep, isNumber } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { indexModule, isBelowEvent } from '@tiaoli/ir';
import { linkPolicies } from '@tiaoli/workspace';
import { describe, expect, test } from 'vitest';
import { policyFiles } from '../regions/policy-files.ts';
import { chanceOf, randomCases } from '../regions/random-cases.ts';

const root = join(import.meta.dirname, '../../policies');
const policies = await linkPolicies(
  policyFiles(root).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
);

function programOn(path: string, date: string): Program {
  const { module } = policies.lower(path);
  const day = parseDate(date);
  if (!module || day === undefined) throw new Error(`${path} does not compile`);
  const dates = Object.fromEntries(governingDates(module).map((each) => [each, day]));
  const { program } = bind(module, { dates });
  if (!program) throw new Error(`${path} is not in force on ${date}`);
  return { ...program, validity: {} };
}

const taiyuan = 'shanxi/taiyuan/employee-outpatient.tiaoli';
const qinghai = 'qinghai/resident.tiaoli';

function factsOf(program: Program, named: Readonly<Record<string, Value>>): Facts {
  const index = indexModule(program);
  const { declarations } = program;
  const inputs = Object.entries(named).map(([name, value]) => {
    const found = declarations.find((each) => each.kind === 'input' && each.name === name);
    if (!found) throw new Error(`no input ${name}`);
    return [found.id, value] as const;
  });
  const records = declarations.flatMap(({ kind, id }) =>
    kind === 'entity' && isBelowEvent(id, index) ? [[id, []] as const] : [],
  );
  return { inputs: new Map(inputs), spells: new Map(), children: new Map(records) };
}

function line(part: SlicePart | undefined): readonly number[] | string | undefined {
  if (part?.kind !== 'line') return part?.kind;
  const { first, last, slope } = part;
  return [first, last, slope].map((each) => Number(each.numerator) / Number(each.denominator));
}

describe('the outpatient cost in Taiyuan, at a hospital of the first charge class', () => {
  // By hand, x in fen. Before: nothing up to 80 yuan, 50% of the rest, 1,800 yuan at most, which 3,680 yuan reach:
  // 1,800 ÷ 50% + 80. After: 55%, at most 2,500 yuan, reached at 2,500 ÷ 55% + 80 = 4,625.4545 yuan. Half a fen is
  // rounded up, so that the first is reached a fen earlier.
  const [before, after] = [programOn(taiyuan, '2023-09-01'), programOn(taiyuan, '2024-09-01')];
  const slicing = openSlicing({ before, after });
  const result = { name: '门诊统筹', kind: 'result' } as const;
  const day = rational(parseDate('2024-09-01') ?? 0);
  const facts = factsOf(before, {
    ...{ 结算日期: day, 就医类别: '门诊', 就诊号: '1', 收费类别: '一类', 险种: '职工' },
    甲类费用: rational(50_000n),
  });
  const input = before.declarations.find(({ name }) => name === '甲类费用')?.id ?? '';
  const slice = sliceOf(slicing, { facts, state: emptyState, input, result });

  test('the pieces are those of the formula', () => {
    expect(slice?.pieces.map(({ from }) => from.numerator)).toEqual([
      0n,
      8000n,
      367_999n,
      462_545n,
    ]);
    expect(slice?.pieces.map(({ before: part }) => line(part))).toEqual([
      [0, 0, 0],
      [0, 179_999, 0.5],
      [180_000, 180_000, 0],
      [180_000, 180_000, 0],
    ]);
    expect(slice?.pieces.map(({ after: part }) => line(part))).toEqual([
      [0, 0, 0],
      [0, 197_999, 0.55],
      [197_999, 249_999, 0.55],
      [250_000, 250_000, 0],
    ]);
    const rises = slice?.pieces.map(({ difference }) => difference?.slope);
    expect(rises).toEqual([rational(0n), rational(1n, 20n), rational(11n, 20n), rational(0n)]);
  });

  test('each bend names its rule, of the side that bends', () => {
    expect(slice?.breaks.map((each) => [each.before?.name, each.after?.name])).toEqual([
      ['门诊统筹.起付', '门诊统筹.起付'],
      ['门诊统筹.支付', undefined],
      [undefined, '门诊统筹.支付'],
    ]);
  });

  test('CX04: at 500 yuan 210 becomes 231', () => {
    const at = rational(50_000n);
    const point = sliceOf(slicing, { facts, state: emptyState, input, result, low: at, high: at });
    expect(point?.pieces.map(({ before: old, after: now }) => [line(old), line(now)])).toEqual([
      [
        [21_000, 21_000, 0],
        [23_100, 23_100, 0],
      ],
    ]);
  });

  test('what an invariant refuses is no part of the line', () => {
    const own = before.declarations.find(({ name }) => name === '乙类自付')?.id ?? '';
    const refused = sliceOf(slicing, { facts, state: emptyState, input: own, result });
    expect(refused?.pieces.map(({ from, to, after: part }) => [from, to, part.kind])).toEqual([
      [rational(0n), rational(0n), 'line'],
      [rational(1n), rational(1_000_000_000n), 'refused'],
    ]);
  });

  test('what cannot be sliced is undefined', () => {
    const asked = { facts, state: emptyState, input, result };
    expect(
      sliceOf(slicing, { ...asked, result: { name: '没有', kind: 'result' } }),
    ).toBeUndefined();
    expect(sliceOf(slicing, { ...asked, input: '没有' })).toBeUndefined();
    const empty = { low: rational(2n), high: rational(1n) };
    expect(sliceOf(slicing, { ...asked, ...empty })).toBeUndefined();
  });
});

describe.each([
  [taiyuan, '2023-09-01', '2024-09-01', '门诊统筹'],
  [qinghai, '2020-06-01', '2023-09-01', '大病保险'],
  [qinghai, '2020-06-01', '2023-09-01', '个人负担'],
])('%s, %s and %s', (path, old, now, name) => {
  const seed = 20_261_122;

  test(`${name} keeps to its lines at random places, seed ${seed}`, { timeout: 120_000 }, () => {
    const [before, after] = [programOn(path, old), programOn(path, now)];
    const slicing = openSlicing({ before, after });
    const result = { name, kind: 'result' } as const;
    const chance = chanceOf(seed);
    const wrong: string[] = [];
    let lines = 0;
    for (const { facts, state } of randomCases(before, chance, 600)) {
      for (const { id } of slicedInputs(slicing, result).slice(0, 4)) {
        const slice = sliceOf(slicing, { facts, state, input: id, result });
        if (!slice) throw new Error(`no slice of ${id}`);
        lines += slice.pieces.filter(({ after: part }) => part.kind === 'line').length;
        for (const [side, program] of [
          ['before', before],
          ['after', after],
        ] as const) {
          const off = offLine(slice, side, program, { facts, state, id, name, chance });
          if (off) wrong.push(`${side} ${off}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(lines).toBeGreaterThan(80);
  });
});

interface Place {
  readonly facts: Facts;
  readonly state: State;
  readonly id: string;
  readonly name: string;
  readonly chance: (below: number) => number;
}

/** A place of a random piece where the interpreter gives something else; undefined where it agrees. */
function offLine(
  { pieces }: Slice,
  side: 'before' | 'after',
  program: Program,
  { facts, state, id, name, chance }: Place,
): string | undefined {
  const piece = pieces[chance(pieces.length)];
  if (!piece || piece[side].kind === 'refused') return undefined;
  const width = Number(subtract(piece.to, piece.from).numerator);
  const x = add(piece.from, rational(BigInt(chance(width + 1))));
  const inputs = new Map([...facts.inputs, [id, x] as const]);
  const { outcomes } = interpretStep(program, state, { ...facts, inputs });
  const definition = program.definitions.find((each) => each.name === name);
  const outcome = outcomes.get(definition?.id ?? '');
  const part = piece[side];
  if (part.kind !== 'line' || outcome?.status !== 'value') {
    return part.kind === outcome?.status ? undefined : `${part.kind} is ${outcome?.status}`;
  }
  if (!isNumber(outcome.value)) return 'no number';
  const fair = add(part.first, multiply(part.slope, subtract(x, piece.from)));
  const off = subtract(outcome.value, fair);
  const reach = subtract(part.high, part.low);
  const within = compare(off, reach) <= 0 && compare(subtract(rational(0n), off), reach) <= 0;
  return within ? undefined : `${Number(x.numerator)}: off by ${Number(off.numerator)}`;
}
