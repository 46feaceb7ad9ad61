import { partKey, valueKey } from './part-key.ts';
import type { Fact, Part, Step } from './structure.ts';

/** One version that begins on another day and says the same. */
export interface VersionMove {
  readonly before: string;
  readonly after: string;
}

/** Versions of one item that say the same on both sides, but from another day on; each moved at most once. */
export function movedVersions(
  before: readonly Fact[],
  after: readonly Fact[],
): readonly VersionMove[] {
  const [old, now] = [factsByVersion(before), factsByVersion(after)];
  const open = [...old.keys()].filter((from) => !now.has(from));
  const moves: VersionMove[] = [];
  for (const [from, facts] of now) {
    if (old.has(from)) continue;
    const at = open.findIndex((candidate) => sameFacts(old.get(candidate) ?? [], facts));
    const [found] = at < 0 ? [] : open.splice(at, 1);
    if (found !== undefined) moves.push({ before: found, after: from });
  }
  return moves;
}

/** The fact as it stands once the version has moved. */
export function withVersion(fact: Fact, { before, after }: VersionMove): Fact {
  const steps = fact.part.steps.map((step) =>
    step.kind === 'version' && step.from === before ? { ...step, from: after } : step,
  );
  return { ...fact, part: { ...fact.part, steps } };
}

function factsByVersion(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const dated = facts.filter(({ part }) => versionOf(part) !== undefined);
  return Map.groupBy(dated, ({ part }) => versionOf(part) ?? '');
}

function versionOf({ steps }: Part): string | undefined {
  return steps.find((step): step is Extract<Step, { kind: 'version' }> => step.kind === 'version')
    ?.from;
}

function sameFacts(left: readonly Fact[], right: readonly Fact[]): boolean {
  const texts = (facts: readonly Fact[]): string =>
    facts.map(textWithoutVersion).toSorted().join('\n');
  return texts(left) === texts(right);
}

function textWithoutVersion({ part, value }: Fact): string {
  const steps = part.steps.filter(({ kind }) => kind !== 'version');
  return `${partKey({ ...part, steps })} ${valueKey(value)}`;
}
