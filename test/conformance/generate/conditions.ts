import { textOfDay } from '../reference/calendar.ts';
import { fraction, order } from '../reference/fraction.ts';
import type { Facts, Written } from '../reference/model.ts';
import { undetermined } from '../reference/model.ts';
import type { Composer } from './composer.ts';
import { changeDays } from './composer.ts';
import { moneyLiteral } from './literals.ts';
import { categories, keyGroup, levels, places } from './prelude.ts';

export function numberFact(facts: Facts, name: string): bigint {
  const value = facts.get(name);
  if (typeof value !== 'bigint') throw undetermined;
  return value;
}

export function textFact(facts: Facts, name: string): string {
  const value = facts.get(name);
  if (typeof value !== 'string') throw undetermined;
  return value;
}

export function setFact(facts: Facts, name: string): ReadonlySet<string> {
  const value = facts.get(name);
  if (!(value instanceof Set)) throw undetermined;
  return value;
}

type Drawn = (composer: Composer) => Written<boolean>;

/** A condition on the claim or the person, at times made of two. */
export function drawCondition(composer: Composer): Written<boolean> {
  const { draw } = composer;
  const first = draw.pick(simple)(composer);
  if (draw.chance(75)) return first;
  const second = draw.pick(simple)(composer);
  const isAnd = draw.chance(60);
  composer.note(isAnd ? 'condition 且' : 'condition 或');
  return {
    text: `(${first.text}) ${isAnd ? '且' : '或'} (${second.text})`,
    read: (at) => (isAnd ? first.read(at) && second.read(at) : first.read(at) || second.read(at)),
  };
}

const RELATIONS = [
  { words: ['不低于', '不少于', '>='], holds: (sign: number) => sign >= 0 },
  { words: ['超过', '大于', '>'], holds: (sign: number) => sign > 0 },
  { words: ['不超过', '不高于', '<='], holds: (sign: number) => sign <= 0 },
  { words: ['不满', '低于', '<'], holds: (sign: number) => sign < 0 },
  { words: ['='], holds: (sign: number) => sign === 0 },
  { words: ['≠'], holds: (sign: number) => sign !== 0 },
] as const;

function onLevel({ draw }: Composer): Written<boolean> {
  const level = draw.pick(levels);
  const relation = draw.pick(RELATIONS);
  return {
    text: `医院级别 ${draw.pick(relation.words)} ${level}`,
    read: ({ facts }) => {
      const own = levels.indexOf(textFact(facts, '医院级别'));
      return relation.holds(own - levels.indexOf(level));
    },
  };
}

export function onPlace({ draw }: Composer): Written<boolean> {
  const chosen = draw.some(places, 1, 2);
  const inside = draw.chance(80);
  return {
    text: `就医地 ${inside ? '属于' : '不属于'} {${chosen.join('、')}}`,
    read: ({ facts }) => chosen.some((each) => each === textFact(facts, '就医地')) === inside,
  };
}

export function onCategories(composer: Composer): Written<boolean> {
  const { draw } = composer;
  if (draw.chance(30)) {
    return {
      text: '人员类别 含 重点对象',
      read: ({ facts }) => keyGroup.some((each) => setFact(facts, '人员类别').has(each)),
    };
  }
  const chosen = draw.some(categories, 1, 2);
  return {
    text: `人员类别 含 {${chosen.join('、')}}`,
    read: ({ facts }) => chosen.some((each) => setFact(facts, '人员类别').has(each)),
  };
}

function onAge({ draw }: Composer): Written<boolean> {
  const low = draw.integer(0, 70);
  const high = low + draw.integer(1, 30);
  const age = (facts: Facts): number => Number(numberFact(facts, '年龄'));
  return draw.pick([
    {
      text: `年龄 ${low}周岁以上不满${high}周岁`,
      read: ({ facts }) => age(facts) >= low && age(facts) < high,
    },
    { text: `年龄 ${high}周岁以下`, read: ({ facts }) => age(facts) <= high },
    {
      text: `年龄 自 ${low}周岁 至 ${high}周岁`,
      read: ({ facts }) => age(facts) >= low && age(facts) <= high,
    },
  ] satisfies readonly Written<boolean>[]);
}

function onCost(composer: Composer): Written<boolean> {
  const { draw } = composer;
  const limit = moneyLiteral(composer, BigInt(draw.integer(1, 500)) * 10_000n);
  const relation = draw.pick(RELATIONS);
  return {
    text: `费用 ${draw.pick(relation.words)} ${limit.text}`,
    read: (at) => relation.holds(order(fraction(numberFact(at.facts, '费用')), limit.read(at))),
  };
}

function onDate({ draw }: Composer): Written<boolean> {
  const day = draw.pick(changeDays);
  return {
    text: `结算日期 >= ${textOfDay(day)}`,
    read: ({ facts }) => Number(numberFact(facts, '结算日期')) >= day,
  };
}

function onPresence({ draw }: Composer): Written<boolean> {
  const name = draw.pick(['商保赔付', '登记日期'] as const);
  return {
    text: `有 ${name}`,
    read: ({ facts }) => {
      const value = facts.get(name);
      if (value === undefined) throw undetermined;
      return value !== null;
    },
  };
}

function onCount(composer: Composer): Written<boolean> {
  const { draw, counters } = composer;
  const [counter] = counters;
  if (!counter) return onLevel(composer);
  const number = draw.integer(1, 2);
  return {
    text: `${counter.name} 不低于 ${number}`,
    read: (at) => (at.accumulated(counter.name)?.top ?? 0n) >= BigInt(number),
  };
}

const simple: readonly Drawn[] = [
  onLevel,
  onPlace,
  onCategories,
  onAge,
  onCost,
  onDate,
  onPresence,
  onCount,
  () => ({ text: '困难', read: ({ facts }) => facts.get('困难') === true }),
  (composer) => {
    const operand = onPlace(composer);
    return { text: `非 (${operand.text})`, read: (at) => !operand.read(at) };
  },
  ({ draw }) => {
    const days = draw.integer(1, 20);
    return {
      text: `出院日期 − 入院日期 不少于 ${days}日`,
      read: ({ facts }) =>
        numberFact(facts, '出院日期') - numberFact(facts, '入院日期') >= BigInt(days),
    };
  },
];

/** Conditions of which at most one holds; with `complete` exactly one does. */
export function drawPartition(composer: Composer, count: number): readonly Written<boolean>[] {
  const { draw } = composer;
  const [field, members] = draw.pick([
    ['医院级别', levels],
    ['就医地', places],
  ] as const);
  const chosen = draw.some<string>(members, count, count);
  return chosen.map((member) => ({
    text: `${field} = ${member}`,
    read: ({ facts }) => textFact(facts, field) === member,
  }));
}
