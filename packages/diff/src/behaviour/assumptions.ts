import type { LocalText } from '@tiaoli/base';
import { indexModule, printExpr } from '@tiaoli/ir';
import type { Reading } from '@tiaoli/regions';
import type { ComparedReadings } from './compared-case.ts';
import { readBy } from './compared-results.ts';

/** What every case obeys for which something is said: it is enforced where claims are settled. */
export function assumptionsOf(pairs: readonly ComparedReadings[]): readonly LocalText[] {
  const invariants = pairs.flatMap(({ before, after }) => [before, after].flatMap(invariantsOn));
  return [
    {
      zh: '两边用同样的事实、同样的“之前”计算，各项事实在声明的取值之内',
      en: 'both sides settle the same facts from the same state, within the declared domains',
    },
    ...new Map(invariants.map((each) => [each.zh, each])).values(),
  ];
}

function invariantsOn(reading: Reading): readonly LocalText[] {
  const index = indexModule(reading.side.program);
  return readBy(reading).invariants.map(({ condition }) => ({
    zh: `约束 ${printExpr(condition, index, 'zh')}`,
    en: `invariant ${printExpr(condition, index, 'en')}`,
  }));
}
