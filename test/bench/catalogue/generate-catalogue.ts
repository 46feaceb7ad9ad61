import { randomSource } from '../../conformance/random-source.ts';

/** Made up, row by row, from a seed: codes, classes, limit prices and first self-pay of no real drug. */
export interface GeneratedCatalogue {
  readonly seed: number;
  readonly rows: number;
}

export const header = '编码,名称,类别,限价,先付比例,开始日,结束日';

/** As a CSV; every seventh item has an earlier row with another price, which ended in 2023. */
export function generateCatalogue({ seed, rows }: GeneratedCatalogue): string {
  const random = randomSource(seed);
  const lines = [header];
  for (let item = 0; lines.length <= rows; item += 1) {
    const kind = random.pick(['甲', '乙', '乙', '丙']);
    const row = (from: string, to: string): string =>
      [
        codeOf(item),
        `示例药品${item}`,
        kind,
        kind === '丙' || random.chance(30) ? '不限' : price(random.below(50_000_000) + 1),
        kind === '乙' ? `${random.below(21)}%` : '无',
        from,
        to,
      ].join(',');
    if (item % 7 === 0 && lines.length < rows) lines.push(row('2022-01-01', '2023-12-31'));
    lines.push(row('2024-01-01', ''));
  }
  return `${lines.join('\n')}\n`;
}

/** Twenty-three characters, as the codes of drugs have. */
export function codeOf(item: number): string {
  return `XS${String(item).padStart(21, '0')}`;
}

/** Millionths of a yuan as a price. */
function price(millionths: number): string {
  const digits = String(millionths).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
}
