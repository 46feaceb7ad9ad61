import type {
  Behaviour,
  ClaimSequence,
  ComparedCase,
  Region,
  ResultDifference,
} from '@tiaoli/diff';
import { casesOf } from '@tiaoli/diff';

/** A case of a comparison by its place: of which result, which region, which of its examples. */
export interface FoundExample {
  readonly behaviour: Behaviour;
  readonly result: ResultDifference;
  readonly region: Region;
  readonly example: ComparedCase;
}

/** Undefined where the address names no case of the comparison. */
export function askedExample(
  behaviour: Behaviour,
  search: URLSearchParams,
): FoundExample | undefined {
  const result = behaviour.results[placeIn(search, 'result')];
  const region = result?.regions[placeIn(search, 'region')];
  const example = region && casesOf(region)[placeIn(search, 'example')];
  return result && region && example && { behaviour, result, region, example };
}

export interface FoundSequence {
  readonly behaviour: Behaviour;
  readonly sequence: ClaimSequence;
}

/** Undefined where the address names a region, and where the result has no claims that show what it leaves behind. */
export function askedSequence(
  behaviour: Behaviour,
  search: URLSearchParams,
): FoundSequence | undefined {
  if (search.has('region')) return undefined;
  const sequence = behaviour.results[placeIn(search, 'result')]?.sequence;
  return sequence && { behaviour, sequence };
}

function placeIn(search: URLSearchParams, name: string): number {
  const text = search.get(name) ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : -1;
}
