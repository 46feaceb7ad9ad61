import type { CaseBranch, Expr, ValueType, WatchCase, WatchlistDeclaration } from '@tiaoli/ir';
import {
  boolean,
  both,
  casesOf,
  choose,
  compareTo,
  definitionRef,
  inputRef,
  integer,
  money,
  no,
  noMoney,
  notApplicable,
  numberLiteral,
  plus,
  roundTo,
  yes,
} from '@tiaoli/ir';
import type { WatchCase as WatchCaseNode } from '../generated/ast.ts';
import { checkedInput, lookedInput, watchlistId } from '../handling/handling-ids.ts';
import type { WatchFields } from '../handling/watch-fields.ts';
import { watchFields } from '../handling/watch-fields.ts';
import type { DeclaredOf } from '../references/declared.ts';
import type { WatchResultName } from '../references/predefined.ts';
import { spanOf } from '../span-of.ts';
import { printName } from '../syntax/names.ts';
import { areAllDisjoint } from './disjoint.ts';
import { lowerCondition, presentIn } from './expressions/lower-condition.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import type { GraphOwner } from './graph.ts';
import { define } from './graph.ts';
import { inForce } from './layer/versions.ts';
import { lowerAgain } from './list-again.ts';
import type { Place } from './lower-context.ts';
import { eventEntityId } from './lower-context.ts';
import { declarationBase, roundedRatio, whereOf } from './statement.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeFor } from './statement-place.ts';
import { lowerValidity } from './validity.ts';

/** A 名单 under way. */
interface Listing {
  readonly id: string;
  readonly declared: DeclaredOf<'watchlist'>;
  readonly fields: WatchFields;
  readonly place: Place;
  readonly owner: GraphOwner;
  /** The event is a check of this list. */
  readonly isCheck: Expr;
}

/** 名单: the amount looked at, the threshold of each case, and whether a person is listed in a check of the list. */
export function lowerWatchlist(declared: DeclaredOf<'watchlist'>, statement: StatementPlace): void {
  const [node] = declared.nodes;
  const place = placeFor(statement);
  const id = watchlistId(declared);
  const base = declarationBase(node, { id, name: declared.name }, place);
  const owner = { declaration: id, entity: eventEntityId(statement), span: base.span };
  const isCheck = inputRef(checkedInput(declared));
  const fields = watchFields(node);
  const listing: Listing = { id, declared, fields, place, owner, isCheck };
  declareFacts(listing, statement);
  const cases = fields.cases.map((each) => lowerCase(each, listing));
  const again = fields.again && lowerAgain(fields.again, id, place, owner);
  const results = lowerResults(listing, cases, again?.isFree ?? yes);
  const declaration: WatchlistDeclaration = {
    ...base,
    kind: 'watchlist',
    subject: subjectOf(listing),
    period: 'month',
    checked: checkedInput(declared),
    looked: lookedInput(declared),
    cases,
    least: fields.least,
    told: fields.told?.told ?? [],
    ...(again && { again: { months: again.months, accumulator: again.accumulator } }),
    orders: fields.orders.map((each) => ({
      lower: each.lower.$refText,
      higher: each.higher.$refText,
      span: spanOf(each),
    })),
    results,
  };
  statement.context.declarations.push(declaration);
}

function subjectOf({ fields, place }: Listing): string {
  const subject = fields.subject && place.scope.resolveReference(fields.subject.entity);
  if (subject?.kind !== 'entity') return '';
  return place.context.entityIds.get(subject.declared.name) ?? subject.declared.id;
}

/** Two inputs of the event: that it is a check, and the amount, which 看 says unless it is given. */
function declareFacts({ declared, fields, place }: Listing, statement: StatementPlace): void {
  const { looked } = fields;
  const common = {
    kind: 'input',
    document: statement.document.id,
    span: spanOf(declared.nodes[0]),
    entity: eventEntityId(statement),
    optional: false,
    spells: false,
  } as const;
  const amount = looked && lowerExpression(looked.value, { ...place, zeroForAbsent: true }, money);
  const { name } = declared;
  statement.context.declarations.push(
    {
      ...common,
      id: checkedInput(declared),
      name: `${name}.检查`,
      type: boolean,
      default: no,
      question: `这一笔是不是「${name}」的检查？`,
    },
    {
      ...common,
      id: lookedInput(declared),
      name: `${name}.看`,
      type: money,
      ...(amount && { default: amount }),
      question: `「${name}」看到多少元？`,
    },
  );
}

/** An amount in whole fen is above a threshold where it is above its whole fen: cutting the rest off changes nothing. */
const wholeFen = { mode: 'toward-zero', unit: '1' } as const;

function lowerCase(node: WatchCaseNode, { id, declared, place, owner }: Listing): WatchCase {
  const inside = { ...place, present: presentIn(node.condition, place) };
  const value = roundedRatio(lowerExpression(node.value, inside, money), wholeFen);
  const threshold = `${id}.界线「${node.name}」`;
  define(place.context.graph, owner, {
    id: threshold,
    name: `${printName(declared.name)}.界线「${node.name}」`,
    type: money,
    body: roundTo(value, wholeFen),
    visibility: 'result',
    case: node.name,
    span: spanOf(node),
  });
  const validity = lowerValidity(node.validity);
  const when = both(inForce(validity, place.governedBy), lowerCondition(node.condition, place));
  const applies = `${id}.适用「${node.name}」`;
  define(place.context.graph, owner, {
    id: applies,
    name: `${printName(declared.name)}.适用「${node.name}」`,
    type: boolean,
    body: when,
    visibility: 'result',
    case: node.name,
    span: spanOf(node),
  });
  return { label: node.name, validity, when, applies, threshold, ...whereOf(node, place) };
}

/** What a check gives; of a claim all of it is 不适用. */
function lowerResults(
  listing: Listing,
  cases: readonly WatchCase[],
  isFree: Expr,
): WatchlistDeclaration['results'] {
  const { id, declared, place, owner, isCheck } = listing;
  const add = (name: WatchResultName, type: ValueType, value: Expr): readonly [string, string] => {
    const result = `${id}.${name}`;
    const body = choose(isCheck, value, notApplicable(type, '不是名单的检查'));
    const shown = `${printName(declared.name)}.${name}`;
    define(place.context.graph, owner, {
      id: result,
      name: shown,
      type,
      body,
      visibility: 'result',
    });
    return [name, result];
  };
  const [threshold, amount] = [definitionRef(`${id}.界线`), definitionRef(`${id}.金额`)];
  const isAbove = compareTo(orNothing(amount), '>', orNothing(threshold));
  return Object.fromEntries([
    add('月', integer, monthOf(place)),
    add('金额', money, inputRef(lookedInput(declared))),
    add('界线', money, thresholdOf(listing, cases)),
    add('列入', boolean, both({ kind: 'present', operand: threshold }, isAbove, isFree)),
  ]);
}

function orNothing(value: Expr): Expr {
  return { kind: 'or-else', operand: value, fallback: noMoney };
}

/** 202210. */
function monthOf({ yearBy }: Place): Expr {
  const operand = inputRef(yearBy);
  const year: Expr = { kind: 'date-part', part: 'year', operand };
  const hundreds: Expr = {
    kind: 'arithmetic',
    operator: '*',
    left: year,
    right: numberLiteral(integer, 100),
  };
  return plus(hundreds, { kind: 'date-part', part: 'month', operand });
}

const nobody = '没有适用的情形';

function thresholdOf({ fields }: Listing, cases: readonly WatchCase[]): Expr {
  const branches = cases.map(
    ({ applies, threshold, label }): CaseBranch => ({
      when: definitionRef(applies),
      value: definitionRef(threshold),
      label,
    }),
  );
  if (!fields.least) return casesOf(overlapOf(cases), branches, notApplicable(money, nobody));
  const operands = branches.map((each) =>
    casesOf('first', [each], notApplicable(money, each.label ?? nobody)),
  );
  return { kind: 'combine', operator: 'lowest', operands };
}

function overlapOf(cases: readonly WatchCase[]): 'disjoint' | 'checked' {
  return areAllDisjoint(cases.map(({ when }) => when)) ? 'disjoint' : 'checked';
}
