import type { DatabasePlace } from '@tiaoli/store';
import { openStore } from '@tiaoli/store';
import type { PolicyStore } from '@tiaoli/workspace';
import { randomSource } from '../../conformance/random-source.ts';
import type { FaultRun } from './kill-writers.ts';
import { countsOf, prepare } from './kill-writers.ts';
import { lookAtStore } from './look-at-store.ts';
import type { Told } from './writer.ts';
import { writeOnce } from './writer.ts';

export interface CrowdOptions {
  readonly writers: number;
  readonly rounds: number;
  readonly seed: number;
  readonly tell?: (line: string) => void;
  /** What goes on meanwhile; the writers go on until it ends, too. */
  readonly meanwhile?: () => Promise<void>;
  /** They go on, too, until each of these was told once: which of many is first to a proposal is not theirs to choose. */
  readonly until?: readonly Told['kind'][];
}

/** So many times the rounds are enough for everything to have happened once. */
const MOST_ROUNDS = 20;

/** Codes that a writer may be told: somebody else was first, or the database was away. */
const expected = new Set([
  ...['proposal-step', 'proposal-changed', 'draft-closed', 'store-busy', 'already-there'],
  ...['store-unavailable', 'not-permitted', 'record-not-found'],
]);

/** Connections that count as servers of their own. */
const SERVERS = 4;

/** Many writers on the same few documents, through several servers of the program; what they were told is there. */
export async function writeAtOnce(place: DatabasePlace, options: CrowdOptions): Promise<FaultRun> {
  const { writers, rounds, seed, tell = () => undefined, meanwhile, until = [] } = options;
  const cast = await prepare(place);
  const first = await open(place);
  const others = await Promise.all(Array.from({ length: SERVERS - 1 }, () => open(place)));
  const stores = [first, ...others];
  const told: Told[] = [];
  const refused = new Map<string, number>();
  const broken: string[] = [];
  const pool: string[] = [];
  let isOver = meanwhile === undefined;
  let done = 0;
  const lacksKind = (): boolean => until.some((kind) => told.every((each) => each.kind !== kind));
  const work = Array.from({ length: writers }, async (_, at) => {
    const writer = {
      ...{ cast, pool, name: `${seed}.${at}`, random: randomSource(seed * 1000 + at) },
      store: stores[at % SERVERS] ?? first,
      onTold: (each: Told) => void told.push(each),
      onRefused: (code: string) => void refused.set(code, (refused.get(code) ?? 0) + 1),
    };
    const goesOn = (round: number): boolean =>
      round < rounds || !isOver || (round < rounds * MOST_ROUNDS && lacksKind());
    for (let round = 0; goesOn(round); round += 1) {
      await writeOnce(writer, round).catch((error: unknown) => {
        broken.push(`a mistake of ours: ${String(error).slice(0, 500)}`);
      });
      done += 1;
      if (done % 500 === 0) tell(`seed ${seed}: ${done} rounds, ${told.length} deeds told`);
    }
  });
  await meanwhile?.().finally(() => {
    isOver = true;
  });
  await Promise.all(work);
  await Promise.all(stores.map(({ close }) => close()));
  for (const code of refused.keys()) if (!expected.has(code)) broken.push(`refused with ${code}`);
  tell(`seed ${seed}: refused ${JSON.stringify(Object.fromEntries(refused))}`);
  broken.push(...(await lookAtStore(place, told)), ...twice(told));
  const { kills: _, ...counts } = countsOf(told, 0);
  return { counts: { rounds: done, ...counts }, broken };
}

/** A revision, or a proposal's publication, of which two were told that it is theirs. */
function twice(told: readonly Told[]): readonly string[] {
  const keys = told.flatMap((each) => {
    if (each.kind === 'saved') return [`saved ${each.draft} ${each.revision}`];
    if (each.kind === 'proposed') return [`proposed ${each.proposal} ${each.round}`];
    return each.kind === 'decided' ? [`decided ${each.proposal}`] : [];
  });
  return [...Map.groupBy(keys, (key) => key)]
    .filter(([, all]) => all.length > 1)
    .map(([key]) => `told twice: ${key}`);
}

async function open(place: DatabasePlace): Promise<PolicyStore> {
  const opened = await openStore(place);
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  return opened.value;
}
