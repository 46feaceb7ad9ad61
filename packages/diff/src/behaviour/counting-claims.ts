import type { Facts } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { indexModule, isNumeric } from '@tiaoli/ir';
import type { End, Limits, RegionSession, WitnessOptions } from '@tiaoli/regions';
import { boundsOf } from '@tiaoli/regions';
import { joinedFacts } from './compared-case.ts';
import type { ComparedResult } from './compared-results.ts';

/** Nothing that is proved hangs on these claims. */
const limits: Limits = { splits: 100, pivots: 10_000 };

/** Of a person's first claims of which a result has a value: the one that counts the most, and the least above nothing. */
export interface CountingClaims {
  readonly most?: Facts;
  readonly least?: Facts;
}

/** What counts most and least where `reader` has a value; neither where none was found. */
export function countingClaims(
  session: RegionSession,
  { before, type }: ComparedResult,
  reader: ComparedResult,
  { usualDays }: Pick<WitnessOptions, 'usualDays'>,
): CountingClaims {
  const { after, ...side } = before.side;
  if (!after || !isNumeric(type)) return {};
  const counted = { left: before, right: { side, value: before.value } };
  const bounds = boundsOf(
    session,
    counted,
    {
      kind: 'all',
      parts: [
        { kind: 'valued', of: reader.before },
        { kind: 'not', part: { kind: 'same', ...counted } },
      ],
    },
    { ...(usualDays && { usualDays }), limits, firstClaim: true },
  );
  if (bounds.kind !== 'bounds') return {};
  const most = claimOf(bounds.high);
  const least = claimOf(bounds.low);
  return { ...(most && { most }), ...(least && { least }) };
}

function claimOf({ attained }: End): Facts | undefined {
  return attained && joinedFacts(attained.witness.cases.map(({ facts }) => facts));
}

/** So many claims alike: each with the same texts of its own (one visit), or each with its own. */
export function alike(
  program: Program,
  facts: Facts,
  count: number,
): readonly (readonly Facts[])[] {
  const { inputs, entities } = indexModule(program);
  const own = [...facts.inputs].filter(([id]) => {
    const input = inputs.get(id);
    return input?.type.kind === 'text' && (entities.get(input.entity)?.order.length ?? 0) > 0;
  });
  const same = Array.from({ length: count }, () => facts);
  if (own.length === 0) return [same];
  const numbered = same.map((each, at) => ({
    ...each,
    inputs: new Map([...each.inputs, ...own.map(([id]) => [id, `${at + 1}`] as const)]),
  }));
  return [same, numbered];
}
