import type { LocalText } from '@tiaoli/base';
import type { InputDeclaration, WorkingDays } from '@tiaoli/ir';
import { indexModule, printExpr, walkExpr } from '@tiaoli/ir';
import type { Reading } from '@tiaoli/regions';
import type { ComparedReadings } from './compared-case.ts';
import { readBy } from './compared-results.ts';

/** What every case obeys for which something is said: it is enforced where claims are settled. */
export function assumptionsOf(
  pairs: readonly ComparedReadings[],
  workingDays: WorkingDays | undefined,
): readonly LocalText[] {
  const invariants = pairs.flatMap(({ before, after }) => [before, after].flatMap(invariantsOn));
  return [
    {
      zh: '两边用同样的事实、同样的“之前”计算，各项事实在声明的取值之内',
      en: 'both sides settle the same facts from the same state, within the declared domains',
    },
    ...workedOut(pairs),
    ...new Map(invariants.map((each) => [each.zh, each])).values(),
    ...(workingDays && pairs.some(countsWorkingDays) ? [calendarText(workingDays)] : []),
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

function countsWorkingDays({ before, after }: ComparedReadings): boolean {
  return [before, after].some((reading) => {
    const { definitions } = indexModule(reading.side.program);
    let isCounted = false;
    for (const id of readBy(reading).definitions) {
      const body = definitions.get(id)?.body;
      if (!body) continue;
      walkExpr(body, ({ kind }) => {
        if (kind === 'working-day-shift') isCounted = true;
      });
    }
    return isCounted;
  });
}

function calendarText({ source, years: { first, last } }: WorkingDays): LocalText {
  return {
    zh: `工作日只按已经公布的日历计算（${first}年至${last}年，${source}）；数到没有公布的日子就待补充，不猜，两边都待补充的不算变化`,
    en: `working days are counted by the announced calendar alone (${first} to ${last}, ${source}); a count that meets a day that is not announced is undetermined, not guessed, and where it is so on both sides nothing counts as changed`,
  };
}

function invariantsOn(reading: Reading): readonly LocalText[] {
  const index = indexModule(reading.side.program);
  return readBy(reading).invariants.map(({ condition }) => ({
    zh: `约束 ${printExpr(condition, index, 'zh')}`,
    en: `invariant ${printExpr(condition, index, 'en')}`,
  }));
}
