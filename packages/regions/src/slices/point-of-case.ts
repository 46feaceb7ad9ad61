import type { Outcome } from '@tiaoli/interpreter';
import { interpretStep, isNumber, isSet } from '@tiaoli/interpreter';
import type { Definition, Expr, Program } from '@tiaoli/ir';
import { keyOfSource } from '../lower-reference.ts';
import type { Point } from '../point.ts';
import type { FiniteMeaning, Source } from '../pool.ts';
import type { RegionSession } from '../session.ts';
import { analysisOf, referenceOf } from '../session.ts';
import type { Case } from '../witness.ts';

/** Where a case stands among the terms of a session: every fact and accumulator as the interpreter reads it. */
export function pointOfCase(session: RegionSession, { facts, state }: Case): Point {
  const { numbers, finites } = session.pool;
  const outcomes = readSources(session, { facts, state });
  const of = (source: Source): Outcome | undefined => outcomes.get(keyOfSource(source));
  const amounts = numbers.flatMap((term) => {
    if (term.kind !== 'fact') return [];
    const found = of(term.source);
    if (found?.status !== 'value' || !isNumber(found.value)) return [];
    const { numerator, denominator } = found.value;
    return [[term.id, (numerator * term.scale) / denominator] as const];
  });
  const bits = finites.flatMap(({ id, meaning }) => {
    if (meaning.kind === 'opaque') return [];
    const bit = bitOf(meaning, of(meaning.source));
    return bit === undefined ? [] : [[id, bit] as const];
  });
  return { numbers: new Map(amounts), finites: new Map(bits) };
}

function bitOf(
  meaning: Exclude<FiniteMeaning, { kind: 'opaque' }>,
  outcome: Outcome | undefined,
): number | undefined {
  if (meaning.kind === 'given') return outcome?.status === 'value' ? 1 : 0;
  if (outcome?.status !== 'value') return undefined;
  const { value } = outcome;
  switch (meaning.kind) {
    case 'truth':
      return value === true ? 1 : 0;
    case 'member':
      // The first text is one that no policy names.
      return Math.max(0, meaning.members.indexOf(String(value)));
    case 'in-set':
      return typeof value === 'object' && isSet(value) && value.has(meaning.member) ? 1 : 0;
  }
}

/** Asked of the program that declares it, the earlier one first. */
function readSources(session: RegionSession, { facts, state }: Case): ReadonlyMap<string, Outcome> {
  const found = new Map<string, Outcome>();
  const sources = sourcesOf(session);
  const reference = referenceOf(session);
  for (const { program } of session.peers) {
    const { index } = analysisOf(session, program);
    const own = [...sources].filter(
      ([key, source]) =>
        !found.has(key) &&
        (source.kind === 'input'
          ? index.inputs.has(source.input)
          : index.accumulators.has(source.accumulator)),
    );
    const asked = own.map(([key, source]) => [key, exprOf(source)] as const);
    const { outcomes } = interpretStep(askingAlone(program, asked), state, facts, { reference });
    for (const [key] of asked) {
      const outcome = outcomes.get(`? ${key}`);
      if (outcome) found.set(key, outcome);
    }
  }
  return found;
}

function sourcesOf({ pool: { numbers, finites } }: RegionSession): ReadonlyMap<string, Source> {
  const sources = [
    ...numbers.flatMap((term) => (term.kind === 'fact' ? [term.source] : [])),
    ...finites.flatMap(({ meaning }) => (meaning.kind === 'opaque' ? [] : [meaning.source])),
  ];
  return new Map(sources.map((source) => [keyOfSource(source), source]));
}

function exprOf(source: Source): Expr {
  if (source.kind === 'accumulator') return source;
  const { input, at } = source;
  return { kind: 'input', input, ...(at !== undefined && { at }) };
}

function askingAlone(program: Program, asked: readonly (readonly [string, Expr])[]): Program {
  const [model] = program.definitions;
  if (!model) return program;
  const questions = asked.map(
    ([key, body]): Definition => ({ ...model, id: `? ${key}`, entity: '?', body }),
  );
  return { ...program, definitions: [...program.definitions, ...questions] };
}
