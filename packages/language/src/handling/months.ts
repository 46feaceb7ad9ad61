import { quantityOf } from '../syntax/literals.ts';

/** 12个月 and 1年; 0 where the quantity is none of them, which a check reports. */
export function monthsOf(text: string): number {
  const quantity = quantityOf(text);
  const months = Number(quantity?.value.numerator ?? 0n);
  if (quantity?.kind === 'months') return months;
  return quantity?.kind === 'years' || quantity?.kind === 'age' ? months * 12 : 0;
}
