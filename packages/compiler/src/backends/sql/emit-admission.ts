import type { Rational } from '@tiaoli/base';
import { mostRecords } from '../../passes/range-of-expr.ts';
import { columnNode, listOf, typeOfField } from './columns.ts';
import type { Emission } from './emission.ts';
import type { Node } from './node.ts';
import {
  allOf,
  coalesce,
  compareNodes,
  make,
  numberOf,
  statusNode,
  truthNode,
} from './operators.ts';
import type { Form } from './value.ts';

/** Whether every fact of the claim is one for which the program was proved exact. */
export function emitAdmission(emission: Emission): Node {
  const { columns } = emission;
  const checks: Node[] = [];
  for (const field of columns.fields.values()) {
    const type = typeOfField(field);
    const { form, column, isList } = field;
    checks.push(
      isList
        ? listWithin(columnNode(emission, listOf(type), column), form, emission)
        : given(isWithin(columnNode(emission, type, column), form, emission), emission),
    );
  }
  for (const { form, value } of columns.spells.values()) {
    const type = listOf(typeOfField({ form }));
    checks.push(listWithin(columnNode(emission, type, value), form, emission));
  }
  for (const { count } of columns.children.values()) {
    checks.push(compareNodes(emission, '<=', count, statusNode(emission, mostRecords)));
  }
  return allOf(emission, checks);
}

/** What is not given breaks no bound. */
function given(check: Node, emission: Emission): Node {
  if (typeof check.constant === 'boolean') return check;
  return coalesce(emission, check, truthNode(emission, true));
}

function listWithin(list: Node, form: Form, emission: Emission): Node {
  if (form.kind !== 'number') return truthNode(emission, true);
  const type = typeOfField({ form });
  const extreme = (operator: 'min' | 'max'): Node =>
    make(emission, type, emission.dialect.extreme(operator, [list], type));
  const { low, high, ...rest } = form.range;
  return allOf(emission, [
    given(
      isWithin(extreme('min'), { ...form, range: { ...rest, ...(low && { low }) } }, emission),
      emission,
    ),
    given(
      isWithin(extreme('max'), { ...form, range: { ...rest, ...(high && { high }) } }, emission),
      emission,
    ),
  ]);
}

/** Whether a number lies within the range of its form. */
export function isWithin(node: Node, { kind, range, scale }: Form, emission: Emission): Node {
  if (kind !== 'number') return truthNode(emission, true);
  const held = (end: Rational): Node =>
    numberOf(emission, node.type, (end.numerator * scale) / end.denominator);
  const { low, high } = range;
  return allOf(emission, [
    ...(low ? [compareNodes(emission, '>=', node, held(low))] : []),
    ...(high ? [compareNodes(emission, '<=', node, held(high))] : []),
  ]);
}
