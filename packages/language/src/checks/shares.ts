import type { Diagnostic } from '@tiaoli/base';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

/** The parts of a 分担 add up to the whole: one takes the rest, and it comes last. */
export function checkShares({ nodes }: CheckContext): readonly Diagnostic[] {
  return nodes('Allocation').flatMap((allocation) => {
    const { shares } = allocation;
    const rests = shares.filter(({ rest }) => rest);
    const [first, ...others] = rests;
    if (first === undefined) return [finding('share-without-rest', spanOf(allocation), {})];
    const two = others.map((share) => finding('share-two-rests', spanOf(share), {}));
    const behind = shares.slice(shares.indexOf(first) + 1).find(({ rest }) => !rest);
    return behind ? [...two, finding('share-rest-not-last', spanOf(behind), {})] : two;
  });
}
