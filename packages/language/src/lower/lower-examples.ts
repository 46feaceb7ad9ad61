import { parseDate } from '@tiaoli/base';
import type {
  ExampleCatalogue,
  ExampleDeclaration,
  ExampleFact,
  ExampleRecord,
  Expectation,
  ValueType,
} from '@tiaoli/ir';
import { money } from '@tiaoli/ir';
import type {
  ChildRecords,
  Example,
  Expectation as ExpectationNode,
  Expression,
  Fact,
  GridRow,
  RecordItem,
  RowsItem,
  ServiceItem,
  StateValue,
} from '../generated/ast.ts';
import { acceptedInput, metricId, serviceId, watchlistId } from '../handling/handling-ids.ts';
import type { AccumulatorResolution, Resolution } from '../references/resolution.ts';
import { cellName } from '../references/table-header.ts';
import { spanOf } from '../span-of.ts';
import { schemaOf } from './catalogue-schema.ts';
import { checkFacts, listingExpected } from './example-checks.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import { lowerParameterRef } from './expressions/lower-name.ts';
import { define } from './graph.ts';
import type { ExampleParts } from './group-example-items.ts';
import { groupItems } from './group-example-items.ts';
import { constant, literalValue } from './literal-value.ts';
import type { Place } from './lower-context.ts';
import { eventEntityId, refuse } from './lower-context.ts';
import { declarationBase, notesOf } from './statement.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeFor } from './statement-place.ts';
import { lowerType } from './types.ts';
import { lowerValidity } from './validity.ts';

/** 算例: facts and expected results, amounts as exact texts. Each event takes the 期望 written behind it. */
export function lowerExample(node: Example, statement: StatementPlace): void {
  const place = placeFor(statement);
  const { context, document } = statement;
  const id = `${document.id}/算例「${node.name}」`;
  const event = document.scope.eventEntity;
  const items = groupItems(node.items, event);
  const expectation = (each: ExpectationNode, index: number): Expectation =>
    lowerExpectation(
      each,
      `${id}:${each.$containerIndex ?? index}:${spanOf(each).start.offset}`,
      statement,
      place,
    );
  // 之后 says no more than that an accumulator is meant: what is expected of a claim is always its state after it.
  const expectations = (nodes: readonly ExpectationNode[]): readonly Expectation[] =>
    nodes.map(expectation);
  const date = items.date === undefined ? undefined : parseDate(items.date);
  const example: ExampleDeclaration = {
    ...declarationBase(node, { id, name: node.name }, place),
    kind: 'example',
    cases: node.marks.flatMap((mark) => (mark.$type === 'PublishedMark' ? mark.cases : [])),
    shapes: node.marks.flatMap((mark) =>
      mark.$type === 'ShapeMark' ? mark.numbers.map(Number) : [],
    ),
    ...(items.place !== undefined && { place: items.place }),
    ...(date !== undefined && { on: date }),
    ...(items.catalogues.length > 0 && {
      catalogues: items.catalogues.flatMap((each) => lowerExampleRows(each, place)),
    }),
    before: items.before.map((each) => lowerState(each, place)),
    subjects: items.subjects.map((each) => lowerRecord(each, place)),
    events: lowerEvents(items.events, statement).map((record, index) => ({
      record,
      expected: [
        ...expectations(items.events[index]?.expected ?? []),
        ...(items.events[index]?.listings ?? []).flatMap((each) => listingExpected(each, place)),
      ],
    })),
    total: expectations(items.total),
    after: items.after.map((each) => lowerState(each, place)),
    expected: expectations(items.expected),
  };
  context.declarations.push(example);
}

/** Cells by the types of the keys and columns, in the order in which the 目录 declares them. */
function lowerExampleRows(node: RowsItem, place: Place): readonly ExampleCatalogue[] {
  const found = place.scope.resolveReference(node.catalogue);
  if (found.kind !== 'catalogue') return [];
  const { keys, columns } = schemaOf(found.declared.nodes[0], place.scope);
  const types = [
    ...keys.flatMap(({ type, range }) => (range ? [type, type] : [type])),
    ...columns.map(({ type }) => type),
  ];
  const rows = node.rows.map(({ cells }) =>
    cells.map((cell, at) => {
      const value = cell.$type === 'Absent' ? null : literalValue(cell, types[at], place);
      return typeof value === 'object' ? null : value;
    }),
  );
  return [{ catalogue: found.declared.id, rows, span: spanOf(node) }];
}

function lowerRecord(node: RecordItem, place: Place): ExampleRecord {
  const entity = place.scope.resolveReference(node.entity);
  const facts = node.facts.filter((fact): fact is Fact => fact.$type === 'Fact');
  const children = node.facts.filter((fact): fact is ChildRecords => fact.$type === 'ChildRecords');
  return {
    entity: entity.kind === 'entity' ? entityId(entity.declared.name, place) : '',
    ...(node.voided && { voided: true }),
    fields: factsOf(facts, place),
    children: children.flatMap((each) => childRecords(each, place)),
    span: spanOf(node),
  };
}

/** 事项「…」 { 受理：d }: a claim of a kind, that says nothing but the day. */
function applicationFacts(node: ServiceItem, place: Place): readonly ExampleFact[] {
  const service = place.scope.resolveReference(node.service, node);
  if (service.kind !== 'service') return [];
  const target = acceptedInput(service.declared);
  return [{ target, value: node.accepted, marks: [], span: spanOf(node) }];
}

/** The events; the days on which services were asked for stay known to those that come after. */
function lowerEvents(
  events: ExampleParts['events'],
  statement: StatementPlace,
): readonly ExampleRecord[] {
  const place = placeFor(statement);
  let applications: readonly ExampleFact[] = [];
  return events.map(({ record }) => {
    if (record.$type === 'RecordItem') {
      const lowered = lowerRecord(record, place);
      return { ...lowered, fields: [...lowered.fields, ...applications] };
    }
    const entity = eventEntityId(statement);
    if (record.$type === 'WatchItem') {
      return { entity, fields: checkFacts(record, place), children: [], span: spanOf(record) };
    }
    const own = applicationFacts(record, place);
    const others = applications.filter(({ target }) => own.every((each) => each.target !== target));
    applications = [...others, ...own];
    return { entity, fields: own, children: [], span: spanOf(record) };
  });
}

function entityId(name: string, { context }: Place): string {
  return context.entityIds.get(name) ?? name;
}

/** Facts by input; those of one input with validities are its spells. */
function factsOf(facts: readonly Fact[], place: Place): readonly ExampleFact[] {
  return [...Map.groupBy(facts, (fact) => fact.field.$refText).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const input = place.scope.resolveReference(first.field);
    const type = typeOfField(input, place);
    const values = group.map((fact) => ({
      validity: lowerValidity(fact.validity),
      value: literalValue(fact.value, type, place),
    }));
    const marks = group.flatMap((fact) => notesOf(fact.annotations, place).provenance?.marks ?? []);
    return [
      {
        target: input.kind === 'input' ? input.declared.id : first.field.$refText,
        value: values[0]?.value ?? '',
        ...(group.some((fact) => fact.validity) && { spells: values }),
        marks: marks.filter((mark) => mark !== 'paraphrased'),
        span: spanOf(first),
      },
    ];
  });
}

function typeOfField(resolution: Resolution, place: Place): ValueType | undefined {
  if (resolution.kind !== 'input') return undefined;
  const [node] = resolution.declared.nodes;
  return lowerType(node.type, place);
}

/** 明细 { 类别 | 金额； 甲 | 100元 }: the first row names the fields. */
function childRecords(node: ChildRecords, place: Place): readonly ExampleRecord[] {
  const owner = place.scope.resolveReference(node.entity);
  const [header, ...rows] = node.rows.filter((row): row is GridRow => row.$type === 'GridRow');
  if (!header || owner.kind !== 'entity') return [];
  const fields = header.cells.map(cellName);
  const inputs = place.scope
    .declarations('input')
    .filter((each) => each.entity === owner.declared.name);
  return rows.map((row) => ({
    entity: entityId(owner.declared.name, place),
    fields: row.cells.flatMap((cell, index): readonly ExampleFact[] => {
      const field = fields[index];
      const input = inputs.find(({ name, alias }) => field === name || field === (alias ?? name));
      const { content } = cell;
      if (!input || content.$type !== 'Interval' || content.first.$type !== 'ValueBound') return [];
      const type = lowerType(input.nodes[0].type, place);
      const value = literalValue(content.first.value, type, place);
      return [{ target: input.id, value, marks: [], span: spanOf(cell) }];
    }),
    children: [],
    span: spanOf(row),
  }));
}

function lowerState(node: StateValue, place: Place): ExampleFact {
  const state = place.scope.resolve(node.target);
  return {
    target: stateName(state, place) ?? node.target.$cstNode?.text ?? '',
    value: literalValue(node.value, stateType(state, place), place),
    marks: [],
    span: spanOf(node),
  };
}

function stateType(state: Resolution, place: Place): ValueType | undefined {
  return state.kind === 'accumulator' ? lowerType(state.declared.nodes[0].type, place) : undefined;
}

/** The key of a state that a path means: `次数`, `个人账户余额[配偶]`. */
function stateName(resolution: Resolution, place: Place): string | undefined {
  switch (resolution.kind) {
    case 'accumulator':
      return `${resolution.declared.name}${keysText(resolution, place)}`;
    case 'pool':
      return `限额池「${resolution.declared.name}」`;
    case 'layer-state':
      return (
        resolution.period && `${resolution.declared.name}.${resolution.state}.${resolution.period}`
      );
    default:
      return undefined;
  }
}

/** Keys that are written out, as a state prints them; none where the value is that of the claim's own person. */
function keysText({ declared, keys }: AccumulatorResolution, place: Place): string {
  const [{ keys: own }] = declared.nodes;
  if (!keys) return '';
  const texts = own.flatMap((_, at) => {
    const written = keys.get(at);
    const value = written && constant(lowerExpression(written, place));
    return value === undefined ? [] : [String(value)];
  });
  if (texts.length < own.length) {
    refuse(place, spanOf(declared.nodes[0]), {
      zh: `“${declared.name}”有几个键，都要写出，如 ${declared.name}[甲, 乙]`,
      en: `“${declared.name}” has several keys: write them all, such as ${declared.name}[a, b]`,
    });
  }
  return `[${texts.join('|')}]`;
}

function lowerExpectation(
  node: ExpectationNode,
  id: string,
  statement: StatementPlace,
  place: Place,
): Expectation {
  const resolution = place.scope.resolve(node.target);
  const target = expectedTarget(resolution, id, statement, place) ?? {
    target: '',
    kind: 'definition' as const,
  };
  if (target.target === '') {
    refuse(place, spanOf(node.target), {
      zh: '期望的左边应是一个结果、累计或输出',
      en: 'an expectation names a result, an accumulator or an output',
    });
  }
  const { value } = node;
  if (value.$type === 'NotApplicable')
    return { ...target, status: 'not-applicable', span: spanOf(node) };
  if (value.$type === 'Pending') return { ...target, status: 'missing', span: spanOf(node) };
  const type = irType(node.target, place);
  return {
    ...target,
    status: 'value',
    value: literalValue(value, type, place),
    span: spanOf(node),
  };
}

function irType(node: Expression, place: Place): ValueType | undefined {
  const { type } = place.scope.typeOf(node);
  return type.kind === 'rate' || type.kind === 'decimal' || type.kind === 'set' ? type : undefined;
}

function expectedTarget(
  resolution: Resolution,
  id: string,
  statement: StatementPlace,
  place: Place,
): Pick<Expectation, 'target' | 'kind'> | undefined {
  switch (resolution.kind) {
    case 'definition':
    case 'share-part':
      return { target: resolution.declared.id, kind: 'definition' };
    case 'layer-result': {
      const { declared, result, label } = resolution;
      if (result === '支付') return { target: declared.id, kind: 'definition' };
      const part = result === '损失' ? `损失「${label ?? ''}」` : result;
      return { target: `${declared.id}.${part}`, kind: 'definition' };
    }
    case 'service-result':
      return {
        target: `${serviceId(resolution.declared)}.${resolution.result}`,
        kind: 'definition',
      };
    case 'metric-result':
      return {
        target: `${metricId(resolution.declared)}.${resolution.result}`,
        kind: 'definition',
      };
    case 'watch-result':
      return {
        target: `${watchlistId(resolution.declared)}.${resolution.result}`,
        kind: 'definition',
      };
    case 'waterfall-name': {
      const target = place.context.waterfallResults.get(resolution.name);
      return target === undefined ? undefined : { target, kind: 'definition' };
    }
    case 'output-field':
      return { target: resolution.field, kind: 'output' };
    case 'parameter': {
      const body = lowerParameterRef(resolution, place);
      const owner = {
        declaration: id,
        entity: eventEntityId(statement),
        span: statement.document.header.span,
      };
      const type = resolution.declared.nodes[0].type;
      define(statement.context.graph, owner, {
        id,
        name: resolution.declared.name,
        type: (type && lowerType(type, place)) ?? money,
        body,
      });
      return { target: id, kind: 'definition' };
    }
    default: {
      const target = stateName(resolution, place);
      return target === undefined ? undefined : { target, kind: 'accumulator' };
    }
  }
}
