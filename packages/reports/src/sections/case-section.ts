import type { LocalText } from '@tiaoli/base';
import type { CaseChange } from '@tiaoli/simulation';
import type { Figure, Section } from '../report.ts';
import { moneyColumn, textCell, textColumn, yuanCell } from '../table/cells.ts';
import { yuanText, yuanUnit } from '../text/amounts.ts';
import { subtractTexts } from '../text/subtract-texts.ts';
import type { SectionContext } from './context.ts';

const kinds: Readonly<Record<CaseChange['kind'], LocalText>> = {
  typical: { zh: '典型的人', en: 'Typical people' },
  loss: { zh: '多负担最多的人', en: 'Who bears most more' },
  gain: { zh: '少负担最多的人', en: 'Who bears most less' },
};

/** Single people, before and after; of real people there is nothing here, whatever the result holds. */
export function caseSection(context: SectionContext): readonly Section[] {
  const { reform, result, say } = context;
  if (!result.population.isSynthetic || reform.cases.length === 0) return [];
  return [
    {
      id: 'cases',
      title: caseTitle(reform.cases, context),
      lines: [
        say({
          zh: '都是合成的人，不是真人。',
          en: 'All of them are synthetic, none is a real person.',
        }),
      ],
      figures: (['typical', 'loss', 'gain'] as const).flatMap((kind) => {
        const found = reform.cases.filter((each) => each.kind === kind);
        return found.length === 0 ? [] : [caseFigure(kind, found, context)];
      }),
    },
  ];
}

function caseTitle(cases: readonly CaseChange[], { say, language }: SectionContext): string {
  const most = (kind: CaseChange['kind']): string | undefined => {
    const found = cases.find((each) => each.kind === kind);
    return found && yuanText(subtractTexts(found.reform, found.baseline), language, true);
  };
  const [loss, gain] = [most('loss'), most('gain')];
  const parts = [
    ...(gain === undefined
      ? []
      : [{ zh: `少负担最多的一人 ${gain}`, en: `the largest gain is ${gain}` }]),
    ...(loss === undefined
      ? []
      : [{ zh: `多负担最多的一人 ${loss}`, en: `the largest loss is ${loss}` }]),
  ];
  if (parts.length === 0) return say(kinds.typical);
  return say({
    zh: parts.map(({ zh }) => zh).join('，'),
    en: `Of one person, ${parts.map(({ en }) => en).join(', ')}`,
  });
}

function caseFigure(
  kind: CaseChange['kind'],
  cases: readonly CaseChange[],
  { say, language }: SectionContext,
): Figure {
  const money = { unit: yuanUnit, language };
  return {
    table: {
      id: `cases-${kind}`,
      caption: say(kinds[kind]),
      columns: [
        textColumn('name', say({ zh: '谁', en: 'who' })),
        moneyColumn('baseline', say({ zh: '全年负担：现行', en: 'bears: baseline' }), money),
        moneyColumn('reform', say({ zh: '全年负担：草案', en: 'bears: reform' }), money),
        moneyColumn('change', say({ zh: '变化', en: 'change' }), money),
      ],
      rows: cases.map(({ name, baseline, reform }) => [
        textCell(name),
        yuanCell(baseline),
        yuanCell(reform),
        yuanCell(subtractTexts(reform, baseline), true),
      ]),
      notes: [],
      bars: 'change',
    },
  };
}
