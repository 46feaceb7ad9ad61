import { posix } from 'node:path';
import type { Policies } from '@tiaoli/workspace';
import { randomSource } from '../conformance/random-source.ts';
import type { Mutant } from './edit-text.ts';
import { bindMutant } from './mutant-bench.ts';

export interface Draw {
  /** In the order of the documents. */
  readonly drawn: readonly Mutant[];
  /** Drawn first, and no other program: the checks refuse the text, or nothing of what it says is another. */
  readonly refused: number;
  readonly same: number;
}

/** By lot so many that are another program: one of each folder and of each kind at least, where there is one. */
export async function drawMutants(
  policies: Policies,
  mutants: readonly Mutant[],
  { seed, many }: { readonly seed: number; readonly many: number },
): Promise<Draw> {
  const { below } = randomSource(seed);
  const lots = mutants.map((mutant, at) => ({ mutant, at, lot: below(1_000_000_000) }));
  let left = lots.toSorted((one, other) => one.lot - other.lot);
  const drawn: typeof lots = [];
  const counts = { refused: 0, same: 0 };
  const drawOne = async (isWanted: (mutant: Mutant) => boolean): Promise<void> => {
    for (const each of left.filter(({ mutant }) => isWanted(mutant))) {
      left = left.filter((other) => other !== each);
      const { kind } = await bindMutant(policies, each.mutant);
      if (kind === 'refused') counts.refused += 1;
      if (kind === 'same-program') counts.same += 1;
      if (kind !== 'bound') continue;
      drawn.push(each);
      return;
    }
  };
  for (const folder of new Set(mutants.map(folderOf))) {
    await drawOne((each) => folderOf(each) === folder);
  }
  for (const kind of new Set(mutants.map((each) => each.kind))) {
    if (!drawn.some(({ mutant }) => mutant.kind === kind)) {
      await drawOne((each) => each.kind === kind);
    }
  }
  while (drawn.length < many && left.length > 0) await drawOne(() => true);
  const inOrder = drawn.toSorted((one, other) => one.at - other.at);
  return { drawn: inOrder.map(({ mutant }) => mutant), ...counts };
}

export function folderOf({ path }: Mutant): string {
  return posix.dirname(path);
}
