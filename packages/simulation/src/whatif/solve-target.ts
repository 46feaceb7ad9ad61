import { compare, fenOfYuan, multiply, printRational, rational, yuanOfFen } from '@tiaoli/base';
import type { SolveTarget } from '../result/whatif-result.ts';
import { numberOf } from './grid-spec.ts';

const kinds: Readonly<Record<string, SolveTarget['kind']>> = {
  fund: 'fund',
  基金: 'fund',
  change: 'change',
  基金变化: 'change',
  ratio: 'actual',
  actual: 'actual',
  实际报销比例: 'actual',
  'in-policy': 'in-policy',
  政策范围内比例: 'in-policy',
  'inpatient-basic': 'inpatient-basic',
};

/** In yuan. */
const units: Readonly<Record<string, bigint>> = {
  ...{ '': 1n, 元: 1n, 万元: 10_000n, 亿元: 100_000_000n },
};

/** `fund=1200000`, `change=-50万元`, `ratio=75%`, `in-policy=0.8`; undefined where it is none of these. */
export function parseTarget(text: string): SolveTarget | undefined {
  const [, name = '', digits = '', unit = ''] =
    /^([^=]+)=(-?\d+(?:\.\d+)?)\s*(\D*)$/u.exec(text.trim()) ?? [];
  const kind = kinds[name.trim()];
  if (!kind) return undefined;
  if (kind === 'fund' || kind === 'change') return moneyTarget(kind, digits, unit);
  const value = numberOf(`${digits}${unit}`, { kind: 'rate' });
  const isShare = value && compare(value, rational(0n)) >= 0 && compare(value, rational(1n)) <= 0;
  return isShare ? { kind, value: printRational(value) } : undefined;
}

function moneyTarget(
  kind: 'fund' | 'change',
  digits: string,
  unit: string,
): SolveTarget | undefined {
  const size = units[unit];
  const fen = fenOfYuan(digits);
  return size !== undefined && fen
    ? { kind, value: yuanOfFen(multiply(fen, rational(size))) }
    : undefined;
}
