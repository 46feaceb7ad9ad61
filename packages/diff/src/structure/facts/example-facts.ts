import type {
  ExampleCatalogue,
  ExampleDeclaration,
  ExampleFact,
  ExampleRecord,
  Expectation,
  Literal,
} from '@tiaoli/ir';
import { literal, printExpr } from '@tiaoli/ir';
import type { FactContext } from '../fact-context.ts';
import type { At, Facts } from '../fact-list.ts';
import {
  ownName,
  saidDate,
  saidExpr,
  saidIf,
  saidNames,
  saidText,
  saidValidity,
  saidWord,
  top,
  within,
} from '../fact-list.ts';
import type { Field } from '../field.ts';

/** 算例: what it assumes and what it expects, value by value. */
export function exampleFacts(each: ExampleDeclaration, context: FactContext): Facts {
  const inside = (name: string): At => within(top, { kind: 'named', name });
  const events = each.events.flatMap(({ record, expected }, index) => {
    const at = within(top, { kind: 'nth', number: index + 1 });
    return [
      ...recordFacts(record, context, at),
      ...expected.flatMap((one) => expectationFacts(one, context, at)),
    ];
  });
  return [
    ...saidNames('published-cases', each.cases),
    ...saidNames('shapes', each.shapes.map(String)),
    ...saidText('place', each.place),
    ...saidDate('on', each.on),
    ...(each.catalogues ?? []).flatMap(catalogueFacts),
    ...each.before.flatMap((one) => valueFacts('fact', one, context, inside('之前'))),
    ...each.subjects.flatMap((one) => recordFacts(one, context, top)),
    ...events,
    ...each.total.flatMap((one) => expectationFacts(one, context, inside('合计'))),
    ...each.after.flatMap((one) => valueFacts('expected', one, context, inside('之后'))),
    ...each.expected.flatMap((one) => expectationFacts(one, context, top)),
  ];
}

function catalogueFacts({ catalogue, rows }: ExampleCatalogue): Facts {
  const at = within(top, { kind: 'named', name: ownName(catalogue) });
  return rows.flatMap((row) => saidText('row', JSON.stringify(row), at));
}

function recordFacts(
  { entity, voided, fields, children }: ExampleRecord,
  context: FactContext,
  at: At,
): Facts {
  const inside = within(at, { kind: 'named', name: ownName(entity) });
  return [
    ...saidIf('voided', voided, inside),
    ...fields.flatMap((one) => valueFacts('fact', one, context, inside)),
    ...children.flatMap((child, index) =>
      recordFacts(child, context, within(inside, { kind: 'nth', number: index + 1 })),
    ),
  ];
}

function valueFacts(
  field: Field,
  { target, value, spells, marks }: ExampleFact,
  context: FactContext,
  at: At,
): Facts {
  const inside = within(at, { kind: 'named', name: targetName(target, context) });
  const say = (each: Written, place: At): Facts =>
    saidExpr(field, writtenAs(each, target, context), context, place);
  return [
    ...say(value, inside),
    ...(spells ?? []).flatMap((spell, index) => {
      const own = within(inside, { kind: 'nth', number: index + 1 });
      return [...say(spell.value, own), ...saidValidity('effective', spell.validity, own)];
    }),
    ...saidNames('marks', marks, inside),
  ];
}

function expectationFacts(
  { target, kind, status, value }: Expectation,
  context: FactContext,
  at: At,
): Facts {
  const inside = within(at, { kind: 'named', name: targetName(target, context) });
  const written = value === undefined ? undefined : writtenAs(value, target, context);
  return [
    ...(status === 'value' ? [] : saidWord('expected', status, inside)),
    ...saidExpr('expected', written, context, inside),
    ...(kind === 'definition' ? [] : saidWord('target', kind, inside)),
  ];
}

type Written = Literal['value'];

/** A value of an example with the type of what it is the value of. */
function writtenAs(value: Written, target: string, { index, module }: FactContext): Literal {
  const output = module.outputs.find(({ field }) => field === target)?.definition;
  const accumulator = module.accumulators.find(({ name }) => name === target);
  const type =
    index.inputs.get(target)?.type ??
    index.definitions.get(output ?? target)?.type ??
    accumulator?.type;
  return literal(type ?? { kind: 'text' }, value);
}

/** The declared name; of what was made for the example alone, what it is made of. */
function targetName(target: string, { index }: FactContext): string {
  const definition = index.definitions.get(target);
  const isMade = /:\d+:\d+$/u.test(target);
  if (!definition || !isMade) return inputName(target);
  return printExpr(definition.body, index, 'zh');
}

/** Without the entity, which stands before it. */
function inputName(id: string): string {
  const name = ownName(id);
  return id === name ? name : name.slice(name.lastIndexOf('.') + 1);
}
