import type { LocalText } from '@tiaoli/base';
import type { Opinion, OpinionOutcome } from '@tiaoli/workspace';

export const outcomeWords: Readonly<Record<OpinionOutcome, LocalText>> = {
  adopted: { zh: '采纳', en: 'adopted' },
  partly: { zh: '部分采纳', en: 'adopted in part' },
  'not-adopted': { zh: '未采纳', en: 'not adopted' },
  unknown: { zh: '待填写', en: 'to be written' },
  open: { zh: '尚未处理', en: 'not settled yet' },
};

/** How many there are of each kind, those that there are. */
export function countText(opinions: readonly Opinion[]): LocalText {
  const counts = Object.entries(outcomeWords).flatMap(([outcome, words]) => {
    const count = opinions.filter((each) => each.outcome === outcome).length;
    return count === 0 ? [] : [{ zh: `${words.zh} ${count} 条`, en: `${count} ${words.en}` }];
  });
  const all = opinions.length;
  if (all === 0) return { zh: '没有收到意见。', en: 'Nobody had anything to say.' };
  return {
    zh: `共收到意见 ${all} 条：${counts.map(({ zh }) => zh).join('，')}。`,
    en: `${all} in all: ${counts.map(({ en }) => en).join(', ')}.`,
  };
}
