import type { RoundingRule } from '../reference/fraction.ts';
import { fraction } from '../reference/fraction.ts';
import type { Draw } from './draw.ts';

export interface RoundingText {
  readonly rule: RoundingRule;
  readonly text: string;
}

const MODES = [
  { mode: 'half', text: '四舍五入' },
  { mode: 'down', text: '舍去' },
  { mode: 'up', text: '进位' },
] as const;
const UNITS = [
  { fen: 1, text: '分' },
  { fen: 10, text: '角' },
  { fen: 100, text: '元' },
  { fen: 1000, text: '十元' },
  { fen: 10_000, text: '百元' },
] as const;

/** A rounding of money; mostly to fen, at times to something coarser. */
export function drawRounding({ draw }: { readonly draw: Draw }): RoundingText {
  const mode = draw.pick(MODES);
  const unit = draw.chance(60) ? UNITS[0] : draw.pick(UNITS);
  return {
    rule: { mode: mode.mode, unit: fraction(unit.fen) },
    text: `${mode.text}到${unit.text}`,
  };
}
