import type { LocalText } from '@tiaoli/base';

/** What stands on everything that comes from a demonstration. */
export const demoText: LocalText = { zh: '演示数据', en: 'Demonstration data' };

/** At the top of each page of what comes from a demonstration. */
export function demoMark(
  isDemo: boolean,
  say: (text: LocalText) => string,
): { readonly watermark?: string } {
  return isDemo ? { watermark: say(demoText) } : {};
}
