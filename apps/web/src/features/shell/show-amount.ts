import { fenOfYuan, printYuan } from '@tiaoli/base';

/** `1300.5` as `1,300.50`; what is no amount as it is. */
export function showYuan(text: string): string {
  const fen = fenOfYuan(text);
  return fen ? printYuan(fen) : text;
}

/** A result of any kind: an amount of yuan and fen (`30000.00`) grouped by thousands, anything else as it is. */
export function showAmount(text: string): string {
  return /^-?\d+\.\d\d$/.test(text) ? showYuan(text) : text;
}
