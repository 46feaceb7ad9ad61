import type { LocalText } from '@tiaoli/base';
import type { SheetRun } from '../sheet/sheet.ts';

export type Say = (text: LocalText) => string;

/** What only people know: a place to write it, marked so that nobody takes it for finished. */
export function blank(what: LocalText, say: Say): SheetRun {
  const text = say({ zh: `【请填写：${what.zh}】`, en: `[to be written: ${what.en}]` });
  return { text, mark: 'strong' };
}
