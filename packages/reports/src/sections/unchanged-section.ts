import type { LocalText } from '@tiaoli/base';
import type { NothingChanged } from '@tiaoli/simulation';
import type { Figure, Section } from '../report.ts';
import { countCell, textCell, textColumn } from '../table/cells.ts';
import { printFloat } from '../text/amounts.ts';
import type { Say } from '../text/words.ts';
import type { SectionContext } from './context.ts';

/** Where nothing changes: whether that is proved, and how many claims came to what was edited. */
export function unchangedSection({ reform, say }: SectionContext): readonly Section[] {
  const { nothingChanged } = reform;
  if (!nothingChanged) return [];
  const { isProved, reach } = nothingChanged;
  return [
    {
      id: 'unchanged',
      title: say(reachTitle(nothingChanged)),
      lines: [say(isProved ? proved : notProved)],
      figures: reach.length === 0 ? [] : [reachFigure(reach, say)],
    },
  ];
}

const proved = {
  zh: '已证明：两版对任何人的结果都相同。',
  en: 'Proved: both versions give everybody the same.',
};

const notProved = {
  zh: '没有证明两版相同：只是这个人群里没有人的金额变化。',
  en: 'The versions are not proved the same: in this population nobody’s amounts change.',
};

function reachTitle({ reach, isProved }: NothingChanged): LocalText {
  if (reach.length === 0) {
    return isProved
      ? { zh: '两版之间没有影响结果的改动', en: 'Nothing that matters was edited' }
      : { zh: '没有逐项比较两版的改动', en: 'What was edited could not be taken apart' };
  }
  const reached = reach.reduce((sum, { claims }) => sum + claims, 0);
  if (reached === 0) {
    return { zh: '没有一笔结算用到改动的地方', en: 'No claim comes to what was edited' };
  }
  const times = printFloat(reached, { digits: 0 });
  return {
    zh: `改动的地方被用到 ${times} 次，金额都没有变`,
    en: `What was edited is reached ${times} times, and no amount changes`,
  };
}

function reachFigure(reach: NothingChanged['reach'], say: Say): Figure {
  return {
    table: {
      id: 'reach',
      caption: say({
        zh: '多少笔结算用到改动的地方',
        en: 'How many claims come to what was edited',
      }),
      columns: [
        textColumn('name', say({ zh: '改动的地方', en: 'what was edited' })),
        { key: 'claims', head: say({ zh: '结算', en: 'claims' }), kind: 'number' },
      ],
      rows: reach.map(({ name, claims }) => [textCell(name), countCell(claims)]),
      notes: [],
      bars: 'claims',
    },
  };
}
