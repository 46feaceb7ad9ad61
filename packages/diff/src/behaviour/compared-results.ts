import type { Program, ReferenceData, ValueType } from '@tiaoli/ir';
import { accumulatorRef, definitionRef, indexModule, noReference } from '@tiaoli/ir';
import type { Reading, ReadSet } from '@tiaoli/regions';
import { readSetOf, sideOf } from '@tiaoli/regions';
import type { ComparedReadings } from './compared-case.ts';

/** One result of the step, on both sides. */
export interface ComparedResult extends ComparedReadings {
  readonly key: string;
  readonly name: string;
  readonly kind: 'result' | 'state';
  readonly type: ValueType;
  /** Of what a claim leaves behind: `Accumulator.id`. */
  readonly accumulator?: string;
}

export interface ResultPairs {
  readonly pairs: readonly ComparedResult[];
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

/**
 * Every result that the programs have in common, and the value of every accumulator after the claim. What is a result of
 * one and a step of the other is compared: what a document says for those below it is a step there.
 */
export function resultPairs(
  before: Program,
  after: Program,
  reference: ReferenceData = noReference,
): ResultPairs {
  const shown = new Set([before, after].flatMap(resultIds));
  const [old, now] = [readingsOf(before, shown), readingsOf(after, shown)];
  const pairs = [...old].flatMap(([key, left]): readonly ComparedResult[] => {
    const right = now.get(key);
    return right ? [{ ...left, key, before: left.reading, after: right.reading, reference }] : [];
  });
  const only = (mine: typeof old, others: typeof now): readonly string[] =>
    [...mine].flatMap(([key, { name }]) => (others.has(key) ? [] : [name]));
  return { pairs, onlyBefore: only(old, now), onlyAfter: only(now, old) };
}

/** Keys of every result of a claim, and of everything that it leaves behind. */
export function comparedKeys(program: Program): readonly string[] {
  return [...readingsOf(program, new Set(resultIds(program))).keys()];
}

function resultIds({ definitions }: Program): readonly string[] {
  return definitions.flatMap(({ id, visibility }) => (visibility === 'result' ? [id] : []));
}

/** @param id  `Definition.id` */
export function resultKey(id: string): string {
  return `result ${id}`;
}

/** @param id  `Accumulator.id` */
export function stateKey(id: string): string {
  return `state ${id}`;
}

/** @param at  which of the writes of the accumulator, from 0 */
export function writtenKey(id: string, at: number): string {
  return `written ${id} ${at}`;
}

interface NamedReading extends Pick<ComparedResult, 'name' | 'kind' | 'type' | 'accumulator'> {
  readonly reading: Reading;
}

/** @param shown  `Definition.id` of results */
function readingsOf(
  program: Program,
  shown: ReadonlySet<string>,
): ReadonlyMap<string, NamedReading> {
  const side = sideOf(program);
  const found = new Map<string, NamedReading>();
  for (const { id, name, type } of program.definitions) {
    if (!shown.has(id)) continue;
    const reading = { side, value: definitionRef(id) };
    found.set(resultKey(id), { name, kind: 'result', type, reading });
  }
  const left = { ...side, after: true as const };
  for (const { id, name, type, writes = [] } of program.accumulators) {
    const common = { kind: 'state', type, accumulator: id } as const;
    const reading = { side: left, value: accumulatorRef(id) };
    found.set(stateKey(id), { ...common, name, reading });
    for (const [at, { next }] of writes.entries()) {
      const written = { side, value: definitionRef(next) };
      const shown = writes.length === 1 ? `${name}[…]` : `${name}[…${at + 1}]`;
      found.set(writtenKey(id, at), { ...common, name: shown, reading: written });
    }
  }
  return found;
}

/** What a result looks at, directly and through others; for what a claim leaves behind, all that it writes. */
export function readBy({ side: { program, after }, value }: Reading): ReadSet {
  return readSetOf(program, indexModule(program), [value], after === true);
}
