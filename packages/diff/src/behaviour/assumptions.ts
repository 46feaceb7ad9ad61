import type { LocalText } from '@tiaoli/base';
import type { Program } from '@tiaoli/ir';
import { indexModule, printExpr } from '@tiaoli/ir';

/** What every case obeys for which something is said: it is enforced where claims are settled. */
export function assumptionsOf(before: Program, after: Program): readonly LocalText[] {
  const invariants = [before, after].flatMap(invariantsOf);
  return [
    {
      zh: '两边用同样的事实、同样的“之前”计算，各项事实在声明的取值之内',
      en: 'both sides settle the same facts from the same state, within the declared domains',
    },
    ...new Map(invariants.map((each) => [each.zh, each])).values(),
  ];
}

function invariantsOf(program: Program): readonly LocalText[] {
  const index = indexModule(program);
  return program.declarations.flatMap((each) => {
    if (each.kind !== 'invariant') return [];
    const [zh, en] = [
      printExpr(each.condition, index, 'zh'),
      printExpr(each.condition, index, 'en'),
    ];
    return [{ zh: `约束 ${zh}`, en: `invariant ${en}` }];
  });
}
