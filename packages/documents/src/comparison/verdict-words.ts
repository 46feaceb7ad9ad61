import type { LocalText } from '@tiaoli/base';
import type { IntentVerdict } from '@tiaoli/diff';

/** Whether nothing but the intent changed. */
export function verdictText({ holds, breaches, rounding, inside }: IntentVerdict): LocalText {
  switch (holds) {
    case 'no': {
      const count = breaches.length;
      return {
        zh: `✗ 不符合：意图之外有 ${count} 处变化`,
        en: `✗ broken: ${count} ${count === 1 ? 'change' : 'changes'} outside of it`,
      };
    }
    case 'unknown':
      return {
        zh: '? 无法确认：意图之外还有没能判定或没有比较的',
        en: '? cannot be confirmed: outside of it something was not decided or not compared',
      };
    case 'yes': {
      const rest =
        rounding.length > 0
          ? { zh: '意图之外只有尾差', en: 'outside of it there is rounding only' }
          : { zh: '意图之外全部不变（已证明）', en: 'everything outside of it is proved the same' };
      const own = insideWords[inside];
      return { zh: `= 符合：${rest.zh}${own.zh}`, en: `= kept: ${rest.en}${own.en}` };
    }
  }
}

const insideWords: Readonly<Record<IntentVerdict['inside'], LocalText>> = {
  changed: { zh: '', en: '' },
  unchanged: { zh: '；意图之内也没有变化', en: '; nothing changes within it either' },
  unknown: {
    zh: '；意图之内有没有变化没能判定',
    en: '; whether anything changes within it was not decided',
  },
};
