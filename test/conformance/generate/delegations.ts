import { textOfDay } from '../reference/calendar.ts';
import type { Fraction } from '../reference/fraction.ts';
import { most } from '../reference/fraction.ts';
import type { Written } from '../reference/model.ts';
import type { Composer } from './composer.ts';
import { changeDays } from './composer.ts';
import { drawCondition, textFact } from './conditions.ts';
import type { Range } from './literals.ts';
import { drawFen, moneyLiteral } from './literals.ts';
import { levels } from './prelude.ts';

export const cityName = '甲市';
export const provinceName = '示例省';

/** An amount that the province lets its cities set, or sets aside for one of them; the city's text says to what. */
export function delegatedAmount(composer: Composer, range: Range): Written<Fraction> {
  const { draw, city } = composer;
  const name = composer.fresh('授权标准');
  const own = moneyLiteral(composer, drawFen(composer, range));
  const theirs = draw.pick([filled, split, filledFromDay, derogated])(composer, name, range, own);
  return { text: name, read: city.bound ? theirs.read : own.read };
}

type Set = (
  composer: Composer,
  name: string,
  range: Range,
  own: Written<Fraction>,
) => Written<Fraction>;

/** 确定 p = e, within the bounds of the province. */
const filled: Set = (composer, name, range, own) => {
  composer.note('确定');
  const value = moneyLiteral(composer, drawFen(composer, range));
  composer.statements.push(
    `参数 ${name}：金额 = ${own.text}`,
    `授权 市 确定 ${name} 介于 0元 至 1000万元`,
  );
  composer.city.fills.push(`确定 ${name} = ${value.text}`);
  return value;
};

/** 可按 医院级别: the city has a value for each. */
const split: Set = (composer, name, range, own) => {
  composer.note('确定 可按');
  const cells = levels.map(() => moneyLiteral(composer, drawFen(composer, range)));
  composer.statements.push(
    `参数 ${name}：金额 = ${own.text}`,
    `授权 市 确定 ${name} 可按 医院级别`,
  );
  const rows = levels.map((level, index) => `${level}：${cells[index]?.text}`);
  composer.city.fills.push(`确定 ${name} 按 医院级别 { ${rows.join('； ')} }`);
  return {
    text: name,
    read: (at) => {
      const level = levels.indexOf(textFact(at.facts, '医院级别'));
      return (cells[level] ?? own).read(at);
    },
  };
};

/** The province's value until the city's begins. */
const filledFromDay: Set = (composer, name, range, own) => {
  composer.note('确定 自');
  const day = composer.draw.pick(changeDays);
  const value = moneyLiteral(composer, drawFen(composer, range));
  composer.statements.push(`参数 ${name}：金额 = ${own.text}`, `授权 市 确定 ${name}`);
  composer.city.fills.push(`确定 ${name} 自 ${textOfDay(day)} = ${value.text}`);
  return { text: name, read: (at) => (at.day < day ? own : value).read(at) };
};

/** 特别规定 … 当 c { p = e [就高] } */
const derogated: Set = (composer, name, range, own) => {
  composer.note('特别规定');
  const best = composer.draw.chance(50);
  const value = moneyLiteral(composer, drawFen(composer, range));
  const condition = drawCondition(composer);
  composer.statements.push(`参数 ${name}：金额 向优 高 = ${own.text}`, `授权 市 确定 ${name}`);
  const override = `${name} = ${value.text}${best ? ' 就高' : ''}`;
  composer.city.derogations.push({ condition: condition.text, override });
  return {
    text: name,
    read: (at) => {
      if (!condition.read(at)) return own.read(at);
      return best ? most(own.read(at), value.read(at)) : value.read(at);
    },
  };
};
