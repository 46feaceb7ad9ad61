import type { Diagnostic } from '@tiaoli/base';
import { compare } from '@tiaoli/base';
import type {
  Example,
  Expression,
  Fact,
  RecordItem,
  StateValue,
  TypeUse,
} from '../generated/ast.ts';
import { isFact } from '../generated/ast.ts';
import { finding, related } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import { numericLiteral } from '../types/type-use.ts';
import type { CheckContext } from './check.ts';

/** Examples expect something, and give facts that the inputs admit. */
export function checkExamples(context: CheckContext): readonly Diagnostic[] {
  return context.nodes('Example').flatMap((example) => [
    ...checkExpectations(example),
    ...checkVoided(example, context),
    ...example.items.flatMap((item) => {
      if (item.$type === 'RecordItem') return checkRecord(item, context);
      const isState = item.$type === 'BeforeItem' || item.$type === 'AfterItem';
      return isState ? item.states.flatMap((state) => checkState(state, context)) : [];
    }),
  ]);
}

function checkExpectations(example: Example): readonly Diagnostic[] {
  const expects = example.items.some(
    (item) =>
      (item.$type === 'ExpectItem' && item.expectations.length + item.listings.length > 0) ||
      (item.$type === 'AfterItem' && item.states.length > 0),
  );
  return expects
    ? []
    : [finding('example-without-expectation', spanOf(example), { name: example.name })];
}

/** 作废 stands on a claim, of which nothing is expected: it does not count. */
function checkVoided({ items }: Example, { scope }: CheckContext): readonly Diagnostic[] {
  let last: RecordItem | undefined;
  const misplaced = new Set<RecordItem>();
  for (const item of items) {
    if (item.$type === 'RecordItem') {
      const isClaim = item.entity.$refText === scope.eventEntity;
      if (item.voided && !isClaim) misplaced.add(item);
      last = isClaim ? item : last;
    }
    if (item.$type === 'ServiceItem' || item.$type === 'WatchItem') last = undefined;
    if (item.$type === 'ExpectItem' && !item.total && last?.voided) misplaced.add(last);
  }
  return [...misplaced].map((item) =>
    finding('misplaced-void', spanOf(item), { name: item.entity.$refText }),
  );
}

function checkRecord({ facts }: RecordItem, context: CheckContext): readonly Diagnostic[] {
  const given = new Map<string, Fact>();
  return facts.filter(isFact).flatMap((fact) => {
    const name = fact.field.$refText;
    const first = given.get(name);
    given.set(name, fact);
    // A fact that changes in the year is given once for each stretch of days.
    if (first && !fact.validity) {
      const other = related(spanOf(first), '第一次在这里', 'first given here');
      return [finding('duplicate-fact', spanOf(fact), { name }, [other])];
    }
    return checkFact(fact, context);
  });
}

function checkFact(fact: Fact, { scope }: CheckContext): readonly Diagnostic[] {
  const field = scope.resolveReference(fact.field, fact);
  if (field.kind !== 'input') return [];
  const { name, nodes } = field.declared;
  const use = nodes[0].type;
  return [...checkDomain(fact.value, name, use), ...checkSize(fact.value, name, use)];
}

function checkDomain(value: Expression, name: string, use: TypeUse): readonly Diagnostic[] {
  const given = numericLiteral(value);
  const low = use?.low && numericLiteral(use.low);
  const high = use?.high && numericLiteral(use.high);
  if (!given || !low || !high) return [];
  if (compare(given, low) >= 0 && compare(given, high) <= 0) return [];
  return [
    finding('fact-outside-domain', spanOf(value), {
      name,
      low: use.low?.$cstNode?.text ?? '',
      high: use.high?.$cstNode?.text ?? '',
    }),
  ];
}

function checkSize(value: Expression, name: string, use: TypeUse): readonly Diagnostic[] {
  const most = use?.most === undefined ? undefined : Number(use.most);
  if (value?.$type !== 'SetLiteral' || most === undefined || value.items.length <= most) return [];
  return [finding('too-many-members', spanOf(value), { name, most })];
}

function checkState({ target }: StateValue, { scope }: CheckContext): readonly Diagnostic[] {
  const { kind } = scope.resolve(target);
  const isState = kind === 'accumulator' || kind === 'pool' || kind === 'layer-state';
  if (isState || kind === 'unresolved') return [];
  return [finding('state-not-accumulated', spanOf(target), { name: target.$cstNode?.text ?? '' })];
}
