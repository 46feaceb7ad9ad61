import type {
  ExampleCatalogue,
  ExampleDeclaration,
  ExampleFact,
  ExampleRecord,
  Expectation,
} from '@tiaoli/ir';
import type { At, Facts } from '../fact-list.ts';
import {
  ownName,
  said,
  saidDate,
  saidNames,
  saidText,
  saidValidity,
  saidWord,
  top,
  within,
} from '../fact-list.ts';
import type { Field } from '../field.ts';

/** 算例: what it assumes and what it expects, value by value. */
export function exampleFacts(each: ExampleDeclaration): Facts {
  const inside = (name: string): At => within(top, { kind: 'named', name });
  const events = each.events.flatMap(({ record, expected }, index) => {
    const at = within(top, { kind: 'nth', number: index + 1 });
    return [...recordFacts(record, at), ...expected.flatMap((one) => expectationFacts(one, at))];
  });
  return [
    ...saidNames('published-cases', each.cases),
    ...saidNames('shapes', each.shapes.map(String)),
    ...saidText('place', each.place),
    ...saidDate('on', each.on),
    ...(each.catalogues ?? []).flatMap(catalogueFacts),
    ...each.before.flatMap((one) => valueFacts('fact', one, inside('之前'))),
    ...each.subjects.flatMap((one) => recordFacts(one, top)),
    ...events,
    ...each.total.flatMap((one) => expectationFacts(one, inside('合计'))),
    ...each.after.flatMap((one) => valueFacts('expected', one, inside('之后'))),
    ...each.expected.flatMap((one) => expectationFacts(one, top)),
  ];
}

function catalogueFacts({ catalogue, rows }: ExampleCatalogue): Facts {
  const at = within(top, { kind: 'named', name: ownName(catalogue) });
  return rows.flatMap((row) => saidText('row', JSON.stringify(row), at));
}

function recordFacts({ entity, fields, children }: ExampleRecord, at: At): Facts {
  const inside = within(at, { kind: 'named', name: ownName(entity) });
  return [
    ...fields.flatMap((one) => valueFacts('fact', one, inside)),
    ...children.flatMap((child, index) =>
      recordFacts(child, within(inside, { kind: 'nth', number: index + 1 })),
    ),
  ];
}

function valueFacts(field: Field, { target, value, spells, marks }: ExampleFact, at: At): Facts {
  const inside = within(at, { kind: 'named', name: ownName(target) });
  return [
    ...plainFacts(field, value, inside),
    ...(spells ?? []).flatMap((spell, index) => {
      const own = within(inside, { kind: 'nth', number: index + 1 });
      return [
        ...plainFacts(field, spell.value, own),
        ...saidValidity('effective', spell.validity, own),
      ];
    }),
    ...saidNames('marks', marks, inside),
  ];
}

function expectationFacts({ target, kind, status, value }: Expectation, at: At): Facts {
  const inside = within(at, { kind: 'named', name: ownName(target) });
  return [
    ...(status === 'value' ? [] : saidWord('expected', status, inside)),
    ...(value === undefined ? [] : plainFacts('expected', value, inside)),
    ...(kind === 'definition' ? [] : saidWord('target', kind, inside)),
  ];
}

/** A value of an example as it is written in the IR; its type stands where its target is declared. */
function plainFacts(field: Field, value: string | boolean | readonly string[], at: At): Facts {
  if (typeof value === 'boolean') return said(field, { kind: 'truth', value }, at);
  if (typeof value === 'string') return saidText(field, value, at);
  return said(field, { kind: 'names', values: value.toSorted(), ordered: false }, at);
}
