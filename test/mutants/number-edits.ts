import type { Rational } from '@tiaoli/base';
import {
  add,
  compare,
  multiply,
  parseRational,
  printRational,
  rational,
  subtract,
} from '@tiaoli/base';

/** Yuan in each unit of money in which policies are written. */
const yuanIn: Readonly<Record<string, number>> = {
  元: 1,
  角: 0,
  百元: 100,
  千元: 1000,
  万元: 10_000,
  亿元: 100_000_000,
};

const written = /^(?<digits>\d+(?:\.\d+)?)(?<unit>.*)$/;

/** A written number, a unit more and a unit less: yuan (and a fen more; below a yuan fen alone), points, years, days, times. */
export function editsOfNumber(text: string): readonly string[] {
  const { digits, unit = '' } = written.exec(text)?.groups ?? {};
  const value = digits === undefined ? undefined : parseRational(digits);
  if (!value) return [];
  const factor = yuanIn[unit];
  if (factor === undefined) return stepped(value, [1, -1]).map((each) => `${each}${unit}`);
  if (factor === 0) return stepped(value, [1]).map((each) => `${each}${unit}`);
  const yuan = multiply(value, rational(factor));
  if (compare(yuan, rational(1)) < 0) return fenBeside(yuan);
  return [...stepped(yuan, [1, -1]), printRational(add(yuan, rational(1n, 100n)))].map(
    (each) => `${each}元`,
  );
}

function fenBeside(yuan: Rational): readonly string[] {
  const fen = rational(1n, 100n);
  const below = subtract(yuan, fen);
  const both = below.numerator < 0n ? [add(yuan, fen)] : [add(yuan, fen), below];
  return both.map((each) => `${printRational(each)}元`);
}

function stepped(value: Rational, steps: readonly number[]): readonly string[] {
  return steps
    .map((step) => add(value, rational(step)))
    .filter((each) => compare(each, rational(0)) >= 0)
    .map(printRational);
}
