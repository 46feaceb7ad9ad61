import type { LocalText } from '@tiaoli/base';
import type { InputDeclaration } from '@tiaoli/ir';
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
    ...workedOut(pairs),
    ...new Map(invariants.map((each) => [each.zh, each])).values(),
  ];
}

/** A fact whose usual value is worked out may be 待补充 where it is not given: of such claims nothing is said. */
function workedOut(pairs: readonly ComparedReadings[]): readonly LocalText[] {
  const names = pairs.flatMap(({ before, after }) =>
    [before, after].flatMap((reading) => {
      const { inputs } = indexModule(reading.side.program);
      const read = [...readBy(reading).inputs].flatMap((id) => inputs.get(id) ?? []);
      return read.filter((each) => isWorkedOut(each)).map(({ name }) => name);
    }),
  );
  const listed = [...new Set(names)];
  if (listed.length === 0) return [];
  return [
    {
      zh: `${listed.join('、')} 已填，或缺省算得出`,
      en: `${listed.join(', ')}: given, or its default can be worked out`,
    },
  ];
}

function isWorkedOut({ default: usual }: InputDeclaration): boolean {
  return usual !== undefined && usual.kind !== 'literal';
}

function invariantsOn(reading: Reading): readonly LocalText[] {
  const index = indexModule(reading.side.program);
  return readBy(reading).invariants.map(({ condition }) => ({
    zh: `约束 ${printExpr(condition, index, 'zh')}`,
    en: `invariant ${printExpr(condition, index, 'en')}`,
  }));
}
