import { UsageError } from '../usage-error.ts';

/** The number that an option says, or a wrong call. */
export function wholeNumber(option: string, text: string, most: number, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError({
    zh: `${option} 应为 ${least} 到 ${most} 的整数，不是「${text}」。`,
    en: `${option} must be a whole number from ${least} to ${most}, not "${text}".`,
  });
}
