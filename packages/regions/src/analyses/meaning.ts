import type { Expr, ModuleIndex, Program } from '@tiaoli/ir';
import { indexModule } from '@tiaoli/ir';
import type { Claim } from '../claim.ts';
import { readingsOf } from '../claim.ts';
import { readSetOf } from '../read-set.ts';

/** Tells whether two questions mean the same, in one program or in two. */
export interface Meanings {
  /** Equal for claims that read the same rules, facts, state and days. */
  readonly of: (claim: Claim) => string;
}

export function createMeanings(program: Program): Meanings {
  const index = indexModule(program);
  const known = new Map<string, string>();
  const textOf = (key: string, made: () => unknown): string => {
    const text = known.get(key) ?? JSON.stringify(made(), withoutPlaces);
    known.set(key, text);
    return text;
  };
  return {
    of: (claim) => {
      const readings = readingsOf(claim);
      const exprs = readings.map(({ value }) => value);
      const read = readSetOf(program, index, exprs);
      const parts = [
        JSON.stringify(claim, shapeOnly),
        ...readings.map(({ side: { name, changes }, value }) => sideText(name, changes, value)),
        ...[...read.definitions].map((id) => textOf(id, () => index.definitions.get(id)?.body)),
        ...[...read.inputs].map((id) => textOf(`input ${id}`, () => factOf(id, program, index))),
        ...[...read.accumulators].map((id) => textOf(`state ${id}`, () => stateOf(id, index))),
        ...read.invariants.map(({ id, condition }) => textOf(`invariant ${id}`, () => condition)),
      ];
      return parts.join('\n');
    },
  };
}

/** Programs are told apart by what they say, not as a whole. */
function shapeOnly(key: string, value: unknown): unknown {
  return key === 'program' ? undefined : withoutPlaces(key, value);
}

function withoutPlaces(key: string, value: unknown): unknown {
  if (key === 'span' || key === 'origin') return undefined;
  return typeof value === 'bigint' ? value.toString() : value;
}

function sideText(name: string, changes: unknown, value: Expr): string {
  return `${name} ${JSON.stringify(changes, withoutPlaces)} ${JSON.stringify(value)}`;
}

function factOf(id: string, { validity }: Program, { inputs, enumerations }: ModuleIndex): unknown {
  const input = inputs.get(id);
  const type = input?.type;
  const members =
    type && 'enumeration' in type
      ? enumerations.get(type.enumeration)?.members.map(({ name }) => name)
      : undefined;
  return [id, input && { ...input, clause: undefined, question: undefined }, members, validity[id]];
}

function stateOf(id: string, { accumulators }: ModuleIndex): unknown {
  const found = accumulators.get(id);
  return found && { ...found, clause: undefined };
}
