import type { Behaviour, Cause } from '@tiaoli/diff';
import { citedText } from '@tiaoli/workspace';
import type { CauseAnswer } from '../behaviour-answers.ts';

/** The rules to which a difference goes back, those of one declaration together, with the clause on each side. */
export function causesAnswer(
  causes: readonly Cause[],
  { before, after }: Pick<Behaviour, 'before' | 'after'>,
): readonly CauseAnswer[] {
  const groups = Map.groupBy(causes, ({ declaration }) => declaration);
  return [...groups].map(([declaration, same]) => {
    const [old, now] = [citedIn(before, declaration), citedIn(after, declaration)];
    const layer = [after, before]
      .flatMap(({ declarations }) => declarations)
      .find((each) => each.id === declaration && each.kind === 'layer');
    return {
      names: same.map(({ name }) => name),
      layers: layer ? [layer.name] : [],
      ...(old && { before: old }),
      ...(now && { after: now }),
    };
  });
}

function citedIn({ declarations }: Behaviour['before'], id: string) {
  const declaration = declarations.find((each) => each.id === id);
  return declaration && citedText(declaration, { declarations });
}
