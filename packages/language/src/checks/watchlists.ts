import type { Diagnostic, Span } from '@tiaoli/base';
import type {
  Example,
  ListingExpectation,
  WatchCases,
  Watchlist,
  WatchlistField,
  WatchSubject,
} from '../generated/ast.ts';
import { finding, related } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

/** A 名单 says whose it is, what it looks at and above what; its labels differ; its checks have a day. */
export function checkWatchlists(context: CheckContext): readonly Diagnostic[] {
  const lists = context.nodes('Watchlist');
  return [
    ...lists.flatMap((node) => [...checkFields(node), ...checkDay(node, context)]),
    ...lists.flatMap(({ fields }) => fields.flatMap((field) => checkField(field, context))),
    ...context.nodes('Example').flatMap(checkListings),
  ];
}

/** Fields that are written once, by the word that they begin with; the first four always. */
const onceFields: readonly (readonly [WatchlistField['$type'], string])[] = [
  ['WatchSubject', '对象'],
  ['WatchPeriod', '期'],
  ['WatchedAmount', '看'],
  ['WatchCases', '列入'],
  ['WatchTold', '推送'],
  ['WatchAgain', '重报'],
];
const wanted = 4;

function checkFields(node: Watchlist): readonly Diagnostic[] {
  return onceFields.flatMap(([type, field], index) => {
    const [first, ...others] = node.fields.filter(({ $type }) => $type === type);
    const { name } = node;
    if (!first) {
      return index < wanted
        ? [finding('watchlist-field-missing', spanOf(node), { name, field })]
        : [];
    }
    return others.map((other) => twice(`${name}.${field}`, spanOf(other), spanOf(first)));
  });
}

function twice(name: string, span: Span, first: Span): Diagnostic {
  return finding('duplicate-declaration', span, { name }, [
    related(first, '第一次在这里', 'first declared here'),
  ]);
}

/** A check is an event on a day: without claims that have one there is nothing to look back from. */
function checkDay(
  { name, ...node }: Watchlist,
  { scope, nodes }: CheckContext,
): readonly Diagnostic[] {
  const { eventEntity } = scope;
  const hasDay = scope
    .lookup('结算日期', 'value')
    .some(({ kind, entity }) => kind === 'input' && entity === eventEntity);
  if (hasDay) return [];
  const list = nodes('Watchlist').find((each) => each.name === name);
  return [finding('watchlist-without-day', spanOf(list ?? (node as Watchlist)), { name })];
}

function checkField(field: WatchlistField, context: CheckContext): readonly Diagnostic[] {
  if (field.$type === 'WatchSubject') return checkSubject(field, context);
  return field.$type === 'WatchCases' ? checkCases(field) : [];
}

function checkSubject(node: WatchSubject, { scope }: CheckContext): readonly Diagnostic[] {
  const found = scope.resolveReference(node.entity, node);
  const event = scope.eventEntity;
  if (found.kind !== 'entity' || event === undefined) return [];
  const { name } = found.declared;
  if (scope.entitiesAbove(event).includes(name)) return [];
  return [finding('watchlist-subject', spanOf(node), { name, event })];
}

function checkCases(node: WatchCases): readonly Diagnostic[] {
  const cases = node.cases.filter((each) => each.$type === 'WatchCase');
  const none = cases.length === 0 ? [finding('watchlist-without-case', spanOf(node), {})] : [];
  const again = cases.flatMap((each, index) => {
    const first = cases.slice(0, index).find(({ name }) => name === each.name);
    return first ? [twice(`情形「${each.name}」`, spanOf(each), spanOf(first))] : [];
  });
  return [...none, ...again];
}

/** 名单「…」 = 列入 is expected of a check of that list, which stands before it. */
function checkListings({ items }: Example): readonly Diagnostic[] {
  return items.flatMap((item, index) => {
    if (item.$type !== 'ExpectItem') return [];
    const event = items
      .slice(0, index)
      .findLast(({ $type }) => $type !== 'ExpectItem' && $type !== 'AfterItem');
    const checked = event?.$type === 'WatchItem' && !item.total ? event.list.$refText : undefined;
    return item.listings.flatMap((each) => listingWithout(each, checked));
  });
}

function listingWithout(
  node: ListingExpectation,
  checked: string | undefined,
): readonly Diagnostic[] {
  const name = node.list.$refText;
  return name === checked ? [] : [finding('listing-without-check', spanOf(node), { name })];
}
