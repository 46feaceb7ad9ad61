import type { InputDeclaration } from '@tiaoli/ir';
import { rangeOfInput } from '../../passes/range-of-expr.ts';
import { scaleOfInput } from '../../passes/scale-of-expr.ts';
import type { Emission } from './emission.ts';
import type { Node, SqlType } from './node.ts';
import { nodeOf } from './node.ts';
import type { Form } from './value.ts';
import { kindOfType, typeOfForm } from './value.ts';

/**
 * A fact: a column of the claims, or a list with a place for each record. NULL where it is not given.
 *
 * A fact of the members of a household is both: of the one whose claim it is, and of each in the list of them.
 */
export interface Field {
  readonly input: string;
  readonly isList: boolean;
  readonly form: Form;
  readonly column: string;
  /** Where the fact may be left out on purpose: true where it is. */
  readonly none?: string;
}

/** The stretches of days of a fact: three lists of one length, NULL where it is not given so. */
export interface SpellField {
  readonly input: string;
  readonly form: Form;
  readonly from: string;
  readonly to: string;
  readonly value: string;
}

/** The records of a child entity: how many there are, NULL where the list is not given. */
export interface ChildField {
  readonly entity: string;
  readonly column: string;
  readonly count: Node;
  /** Stands for the number of a record, from 1, in list functions. */
  readonly variable: string;
}

export interface Columns {
  readonly fields: Map<string, Field>;
  readonly spells: Map<string, SpellField>;
  readonly children: Map<string, ChildField>;
}

export function formOfInput(input: InputDeclaration | undefined): Form {
  const kind = input ? kindOfType(input.type) : 'number';
  const enumeration = input && 'enumeration' in input.type ? input.type.enumeration : undefined;
  return {
    kind,
    scale: scaleOfInput(input),
    range: rangeOfInput(input),
    ...(enumeration !== undefined && { enumeration }),
  };
}

export function fieldOf({ columns, analysis }: Emission, id: string, isList: boolean): Field {
  const key = isList ? `${id} of records` : id;
  const known = columns.fields.get(key);
  if (known) return known;
  const input = analysis.index.inputs.get(id);
  const at = columns.fields.size;
  const field: Field = {
    input: id,
    isList,
    form: formOfInput(input),
    column: `f${at}`,
    ...(input?.optional === true && { none: `o${at}` }),
  };
  columns.fields.set(key, field);
  return field;
}

export function spellFieldOf({ columns }: Emission, input: InputDeclaration): SpellField {
  const known = columns.spells.get(input.id);
  if (known) return known;
  const at = columns.spells.size;
  const field: SpellField = {
    input: input.id,
    form: formOfInput(input),
    from: `p${at}_from`,
    to: `p${at}_to`,
    value: `p${at}_value`,
  };
  columns.spells.set(input.id, field);
  return field;
}

export function childFieldOf(emission: Emission, entity: string): ChildField {
  const { columns } = emission;
  const known = columns.children.get(entity);
  if (known) return known;
  const at = columns.children.size;
  const column = `c${at}`;
  const field: ChildField = {
    entity,
    column,
    count: nodeOf(emission.pool, 'status', [`COALESCE(${column}, 0)`]),
    variable: `i${at}`,
  };
  columns.children.set(entity, field);
  return field;
}

/** A column of the claims; it may be NULL. */
export function columnNode({ pool }: Emission, type: SqlType, name: string): Node {
  return nodeOf(pool, type, [name]);
}

export function typeOfField({ form }: Pick<Field, 'form'>): ReturnType<typeof typeOfForm> {
  return typeOfForm(form);
}

export function listOf(type: 'integer' | 'wide' | 'boolean' | 'text'): SqlType {
  return `${type}s`;
}
