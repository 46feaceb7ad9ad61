import { rational } from '@tiaoli/base';
import type { Facts, Spell, Value } from '@tiaoli/interpreter';
import type { InputDeclaration, Module } from '@tiaoli/ir';
import type { GeneratedClaim, Person } from './generate/claims.ts';
import type { FactValue, Facts as NamedFacts } from './reference/model.ts';

const COMMON = 'conformance.common';
const ITEM = `${COMMON}/明细`;
const STATUS = `${COMMON}/参保人.身份`;

/** A generated claim as the interpreter and the calculators take it. */
export function exactFacts(module: Module, claim: GeneratedClaim, person: Person): Facts {
  const inputs = module.declarations.filter((each) => each.kind === 'input');
  const lists = module.declarations.filter(
    (each) => each.kind === 'entity' && each.name.startsWith('授权'),
  );
  const ownInputs = inputs.filter(({ entity }) => entity !== ITEM);
  const itemInputs = inputs.filter(({ entity }) => entity === ITEM);
  const event = inputValues(ownInputs, claim.facts);
  const settled = claim.facts.get('结算日期');
  if (typeof settled === 'bigint') event.set('on', rational(settled));
  event.delete(STATUS);
  return {
    inputs: event,
    spells: new Map([[STATUS, spellsOf(person)]]),
    children: new Map([
      [ITEM, recordsOf(claim.items, itemInputs)],
      ...lists.map(({ id }): [string, readonly Facts[]] => [
        id,
        recordsOf(
          claim.records,
          inputs.filter(({ entity }) => entity === id),
        ),
      ]),
    ]),
  };
}

function recordsOf(
  records: readonly NamedFacts[],
  inputs: readonly InputDeclaration[],
): readonly Facts[] {
  return records.map((each) => ({ inputs: inputValues(inputs, each), children: new Map() }));
}

function inputValues(
  inputs: readonly InputDeclaration[],
  facts: NamedFacts,
): Map<string, Value | null> {
  const values = new Map<string, Value | null>();
  for (const { id, name } of inputs) {
    const value = facts.get(name);
    if (value !== undefined) values.set(id, exactValue(value));
  }
  return values;
}

function exactValue(value: FactValue): Value | null {
  if (typeof value === 'bigint') return rational(value);
  if (typeof value !== 'object' || value === null || !('top' in value)) return value;
  return rational(value.top, value.bottom);
}

function spellsOf({ status: { before, after, changes } }: Person): readonly Spell[] {
  return [
    { validity: { to: changes - 1 }, value: before },
    { validity: { from: changes }, value: after },
  ];
}
