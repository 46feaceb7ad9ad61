import { textOfDay } from '../reference/calendar.ts';
import type { Fraction } from '../reference/fraction.ts';
import { floorOf, fraction, least, most, plus, round, sum, times } from '../reference/fraction.ts';
import type { Reading, Written } from '../reference/model.ts';
import { undetermined } from '../reference/model.ts';
import { versionAt } from '../reference/versions.ts';
import type { Composer } from './composer.ts';
import { changeDays, firstDay } from './composer.ts';
import { drawCondition, numberFact, setFact, textFact } from './conditions.ts';
import { delegatedAmount } from './delegations.ts';
import type { Range } from './literals.ts';
import {
  constant,
  drawFen,
  moneyLiteral,
  moneyText,
  percentText,
  rateLiteral,
} from './literals.ts';
import { categories, levels, places } from './prelude.ts';
import { drawRounding } from './roundings.ts';

type Drawn = (composer: Composer, range: Range) => Written<Fraction>;

/** An amount in whole fen that does not depend on cost: a literal, a parameter, a cell … */
export function drawAmount(composer: Composer, range: Range): Written<Fraction> {
  const { draw } = composer;
  return draw.chance(55) ? literalAmount(composer, range) : draw.pick(written)(composer, range);
}

export function literalAmount(composer: Composer, range: Range): Written<Fraction> {
  return moneyLiteral(composer, drawFen(composer, range));
}

function parameterAmount(composer: Composer, range: Range): Written<Fraction> {
  const name = composer.fresh('标准');
  const value = literalAmount(composer, range);
  composer.statements.push(`参数 ${name}：金额 = ${value.text}`);
  return { text: name, read: value.read };
}

/** 参数 p：金额 { 自 … = a； 自 … = b } */
function datedAmount(composer: Composer, range: Range): Written<Fraction> {
  composer.note('dated parameter');
  const name = composer.fresh('标准');
  const from = composer.draw.pick(changeDays);
  const versions = [firstDay, from].map((day) => ({
    from: day,
    value: literalAmount(composer, range),
  }));
  const rows = versions.map(({ from: day, value }) => `自 ${textOfDay(day)} = ${value.text}`);
  composer.statements.push(`参数 ${name}：金额 { ${rows.join('； ')} }`);
  return {
    text: name,
    read: (at) => {
      const version = versionAt(versions, at.day);
      if (!version) throw undetermined;
      return version.read(at);
    },
  };
}

const STATISTIC_YEARS = [2021, 2022, 2023, 2024, 2025];

interface Statistic {
  readonly name: string;
  readonly of: (year: number) => Fraction;
}

function drawStatistic(composer: Composer, range: Range): Statistic {
  composer.note('statistic by year');
  const name = composer.fresh('人均收入');
  const values = STATISTIC_YEARS.map(() => drawFen(composer, range));
  const rows = STATISTIC_YEARS.map(
    (year, index) => `${year}年度 = ${moneyText(values[index] ?? 0n, composer)}`,
  );
  composer.statements.push(`参数 ${name}：金额 { ${rows.join('； ')} }`);
  return {
    name,
    of: (year) => {
      const value = values[STATISTIC_YEARS.indexOf(year)];
      if (value === undefined) throw undetermined;
      return fraction(value);
    },
  };
}

const YEAR_WORDS = [
  { word: '本年', offset: 0 },
  { word: '上年', offset: -1 },
] as const;

function statisticAmount(composer: Composer, range: Range): Written<Fraction> {
  const statistic = drawStatistic(composer, range);
  const { word, offset } = composer.draw.pick(YEAR_WORDS);
  return {
    text: `${statistic.name}[${word}]`,
    read: ({ year }) => statistic.of(year + offset),
  };
}

/** 参数 p：金额 = 25% × 人均收入[上年] 取整 … */
function derivedAmount(composer: Composer, { low, high }: Range): Written<Fraction> {
  if (composer.layerDates.own) return statisticAmount(composer, { low, high });
  composer.note('derived parameter');
  const { draw } = composer;
  const statistic = drawStatistic(composer, { low: low * 4, high: high * 4 });
  const { word, offset } = draw.pick(YEAR_WORDS);
  const basisPoints = draw.integer(500, 5000);
  const rounding = drawRounding(composer);
  const name = composer.fresh('标准');
  composer.statements.push(
    `参数 ${name}：金额 = ${percentText(basisPoints)} × ${statistic.name}[${word}] 取整 ${rounding.text}`,
  );
  return {
    text: name,
    read: ({ year }) => {
      const exact = times(fraction(basisPoints, 10_000), statistic.of(year + offset));
      return round(exact, rounding.rule);
    },
  };
}

/** 表 t：金额 按 医院级别[、就医地] */
function tableAmount(composer: Composer, range: Range): Written<Fraction> {
  const { draw } = composer;
  const name = composer.fresh('标准表');
  if (draw.chance(50)) {
    composer.note('table of one dimension');
    const cells = levels.map(() => literalAmount(composer, range));
    const rows = levels.map((level, index) => `${level}：${cells[index]?.text}`);
    composer.statements.push(`表 ${name}：金额 按 医院级别 { ${rows.join('； ')} }`);
    return readCell(name, (at) => cells[levels.indexOf(textFact(at.facts, '医院级别'))]);
  }
  composer.note('table of several dimensions');
  const grid = levels.map(() => places.map(() => literalAmount(composer, range)));
  const rows = levels.map(
    (level, index) => `${level} | ${grid[index]?.map(({ text }) => text).join(' | ')}`,
  );
  composer.statements.push(
    `表 ${name}：金额 按 医院级别、就医地 { 医院级别 | ${places.join(' | ')}； ${rows.join('； ')} }`,
  );
  return readCell(name, ({ facts }) => {
    const row = grid[levels.indexOf(textFact(facts, '医院级别'))];
    return row?.[places.indexOf(textFact(facts, '就医地'))];
  });
}

/** 表 t：金额 按 年龄 { 不满a周岁：…； a周岁以上不满b周岁：…； b周岁以上：… } */
function bandedAmount(composer: Composer, range: Range): Written<Fraction> {
  composer.note('table by numeric bands');
  const { draw } = composer;
  const name = composer.fresh('标准表');
  const low = draw.integer(5, 40);
  const high = low + draw.integer(1, 40);
  const cells = [0, 1, 2].map(() => literalAmount(composer, range));
  const keys = [`不满${low}周岁`, `${low}周岁以上不满${high}周岁`, `${high}周岁以上`];
  const rows = keys.map((key, index) => `${key}：${cells[index]?.text}`);
  composer.statements.push(`表 ${name}：金额 按 年龄 { ${rows.join('； ')} }`);
  return readCell(name, ({ facts }) => {
    const age = Number(numberFact(facts, '年龄'));
    return cells[age < low ? 0 : age < high ? 1 : 2];
  });
}

function readCell(
  text: string,
  cellOf: (at: Reading) => Written<Fraction> | undefined,
): Written<Fraction> {
  return {
    text,
    read: (at) => {
      const cell = cellOf(at);
      if (!cell) throw undetermined;
      return cell.read(at);
    },
  };
}

function choiceAmount(composer: Composer, range: Range): Written<Fraction> {
  composer.note('若 … 则 … 否则');
  const [yes, no] = [literalAmount(composer, range), literalAmount(composer, range)];
  const condition = drawCondition(composer);
  return {
    text: `(若 ${condition.text} 则 ${yes.text} 否则 ${no.text})`,
    read: (at) => (condition.read(at) ? yes : no).read(at),
  };
}

function extremeAmount(composer: Composer, range: Range): Written<Fraction> {
  const operands = [0, 1].map(() => literalAmount(composer, range));
  const isLeast = composer.draw.chance(50);
  composer.note(isLeast ? '最小' : '最大');
  return {
    text: `${isLeast ? '最小' : '最大'}(${operands.map(({ text }) => text).join('，')})`,
    read: (at) => {
      const [first, second] = operands.map((operand) => operand.read(at));
      if (!first || !second) throw undetermined;
      return isLeast ? least(first, second) : most(first, second);
    },
  };
}

/** 标准 + 每满(住院天数，n) × k元 */
function steppedAmount(composer: Composer, range: Range): Written<Fraction> {
  composer.note('每满');
  const base = literalAmount(composer, range);
  const every = composer.draw.integer(5, 40);
  const each = moneyLiteral(composer, BigInt(composer.draw.integer(1, 20)) * 1000n);
  return {
    text: `(${base.text} + 每满(住院天数，${every}) × ${each.text})`,
    read: (at) => {
      const full = floorOf(fraction(numberFact(at.facts, '住院天数')), fraction(every));
      return plus(base.read(at), times(fraction(full), each.read(at)));
    },
  };
}

const SET_AGGREGATES = ['最大', '第二大', '合计'] as const;

/** 最大(额度表 于 人员类别) and the like. */
function setAmount(composer: Composer, range: Range): Written<Fraction> {
  composer.note('set aggregate');
  const name = composer.fresh('额度表');
  const cells = categories.map(() => literalAmount(composer, range));
  const rows = categories.map((category, index) => `${category}：${cells[index]?.text}`);
  composer.statements.push(`表 ${name}：金额 按 人员类别 { ${rows.join('； ')} }`);
  const aggregate = composer.draw.pick(SET_AGGREGATES);
  return {
    text: `${aggregate}(${name} 于 人员类别)`,
    read: (at) => {
      const held = setFact(at.facts, '人员类别');
      const values = categories
        .flatMap((category, index) => (held.has(category) ? [cells[index]?.read(at)] : []))
        .filter((value) => value !== undefined);
      if (aggregate === '合计') return sum(values);
      const sorted = values.toSorted((a, b) => (most(a, b) === a ? -1 : 1));
      return sorted[aggregate === '最大' ? 0 : 1] ?? fraction(0);
    },
  };
}

const written: readonly Drawn[] = [
  parameterAmount,
  parameterAmount,
  datedAmount,
  statisticAmount,
  derivedAmount,
  tableAmount,
  tableAmount,
  bandedAmount,
  choiceAmount,
  extremeAmount,
  steppedAmount,
  setAmount,
  delegatedAmount,
  delegatedAmount,
];

/** A rate between `low` and `high` hundredths of a percent. */
export function drawRate(composer: Composer, low: number, high: number): Written<Fraction> {
  const { draw } = composer;
  const basisPoints = (): number => {
    const whole = Math.floor(draw.integer(low, high) / 100) * 100;
    return draw.chance(20) ? Math.max(low, Math.min(high, whole + draw.integer(1, 99))) : whole;
  };
  const choice = draw.integer(1, 10);
  if (choice <= 6) return rateLiteral(basisPoints());
  const cells = levels.map(basisPoints);
  const name = composer.fresh('比例表');
  if (choice <= 8) {
    const rows = levels.map((level, index) => `${level}：${percentText(cells[index] ?? 0)}`);
    composer.statements.push(`表 ${name}：比例 按 医院级别 { ${rows.join('； ')} }`);
    return readCell(name, ({ facts }) => {
      const cell = cells[levels.indexOf(textFact(facts, '医院级别'))];
      return cell === undefined ? undefined : constant('', fraction(cell, 10_000));
    });
  }
  const [first = low] = cells;
  const parameter = composer.fresh('比例标准');
  composer.statements.push(`参数 ${parameter}：比例 = ${percentText(first)}`);
  return constant(parameter, fraction(first, 10_000));
}
