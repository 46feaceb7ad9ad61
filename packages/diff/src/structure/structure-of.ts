import type { DayNumber } from '@tiaoli/base';
import { assertNever } from '@tiaoli/base';
import { gradeAround } from '@tiaoli/compiler';
import type { Declaration, Module } from '@tiaoli/ir';
import { byCodeUnit } from '@tiaoli/ir';
import type { FactContext } from './fact-context.ts';
import { factContext, placeOf } from './fact-context.ts';
import type { Facts } from './fact-list.ts';
import { saidOfAll } from './fact-list.ts';
import { accumulatorFacts, poolFacts } from './facts/accumulator-facts.ts';
import { catalogueChangeFacts, catalogueFacts } from './facts/catalogue-facts.ts';
import { clauseFacts, documentFacts } from './facts/document-facts.ts';
import { exampleFacts } from './facts/example-facts.ts';
import { layerFacts, waterfallFacts } from './facts/layer-facts.ts';
import {
  delegationFacts,
  derogationFacts,
  fillFacts,
  parameterFacts,
} from './facts/parameter-facts.ts';
import { outputFacts, ruleFacts, shareFacts } from './facts/rule-facts.ts';
import { metricFacts, serviceDelegationFacts, serviceFacts } from './facts/service-facts.ts';
import {
  entityFacts,
  enumerationFacts,
  groupFacts,
  inputFacts,
  invariantFacts,
  monotonyFacts,
} from './facts/vocabulary-facts.ts';
import { watchlistFacts } from './facts/watchlist-facts.ts';
import { subjectKey } from './part-key.ts';
import type { Fact, Item, Structure, Subject } from './structure.ts';
import { withGrades } from './with-grades.ts';

/**
 * What the document of `module` declares, fact by fact.
 *
 * With a day only what is in force on it; without one every version. What the document rests on, and what lower documents
 * set for it, is not its own and is left out.
 */
export function structureOf(module: Module, on?: DayNumber): Structure {
  return structureOfDocument(factContext(module, on), module.document);
}

/** The same of another document of the module. */
export function structureOfDocument(context: FactContext, document: string): Structure {
  const { module } = context;
  const own = module.declarations.filter(
    (each) => each.document === document && isWritten(each) && isStanding(each, context),
  );
  const items = own.map((each) => itemOf(each, context));
  return { document, items: merged(items).toSorted(inOrder) };
}

/** Inputs that a 名单 or a 事项 makes for itself are no declarations of the author. */
function isWritten({ kind, id }: Declaration): boolean {
  return kind !== 'input' || !/\/(名单|事项)/.test(id);
}

/** False for what stands as a whole for some days, and not on the day. */
function isStanding(each: Declaration, { on }: FactContext): boolean {
  if (on === undefined) return true;
  if (each.kind === 'fill' || each.kind === 'derogation') {
    const { from, to } = each.validity;
    return (from ?? on) <= on && on <= (to ?? on);
  }
  return true;
}

function itemOf(each: Declaration, context: FactContext): Item {
  const around = gradeAround(each, context.module.declarations);
  const facts = withGrades([...saidOfAll(each, context), ...factsOf(each, context)], around);
  const holds =
    each.kind === 'clause' ? { holds: heldNames(each.path, context, each.document) } : {};
  return {
    subject: { kind: each.kind, name: nameOf(each) },
    facts,
    place: placeOf(each),
    ...holds,
  };
}

/** Every declaration of the document of `module` that is part of the item. */
export function declarationsOf(
  { declarations, document }: Module,
  { kind, name }: Subject,
): readonly Declaration[] {
  return declarations.filter(
    (each) => each.document === document && each.kind === kind && nameOf(each) === name,
  );
}

/** The name by which an item is known: of an input with its entity, of a clause its numbers. */
function nameOf(each: Declaration): string {
  if (each.kind === 'clause') return each.path.join('·');
  if (each.kind === 'document') return '';
  const id = each.id.slice(each.id.indexOf('/') + 1);
  return each.kind === 'input' || each.kind === 'rule' ? id : each.name;
}

function heldNames(
  path: readonly string[],
  { module }: FactContext,
  document: string,
): readonly string[] {
  const held = module.declarations.filter(
    ({ kind, clause, document: own }) =>
      kind !== 'clause' && own === document && clause?.path.join('·') === path.join('·'),
  );
  return [...new Set(held.map(({ kind, name }) => `${kind} ${name}`))].toSorted();
}

/** Several statements about one thing are one item; facts that nothing tells apart are counted. */
function merged(items: readonly Item[]): readonly Item[] {
  return [...Map.groupBy(items, ({ subject }) => subjectKey(subject)).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const facts = same.flatMap((each) => each.facts);
    return [{ ...first, facts: counted(facts) }];
  });
}

function counted(facts: readonly Fact[]): readonly Fact[] {
  const groups = Map.groupBy(facts, ({ part }) => JSON.stringify(part));
  return [...groups.values()].flatMap((same) => {
    if (same.length === 1) return same;
    const inOrderOfValue = same.toSorted((left, right) =>
      byCodeUnit(JSON.stringify(left.value), JSON.stringify(right.value)),
    );
    return inOrderOfValue.map((fact, index) =>
      index === 0
        ? fact
        : {
            ...fact,
            part: {
              ...fact.part,
              steps: [...fact.part.steps, { kind: 'nth' as const, number: index + 1 }],
            },
          },
    );
  });
}

function inOrder(left: Item, right: Item): number {
  return byCodeUnit(subjectKey(left.subject), subjectKey(right.subject));
}

function factsOf(each: Declaration, context: FactContext): Facts {
  switch (each.kind) {
    case 'document':
      return documentFacts(each);
    case 'clause':
      return clauseFacts(each);
    case 'enumeration':
      return enumerationFacts(each);
    case 'group':
      return groupFacts(each, context);
    case 'entity':
      return entityFacts(each);
    case 'input':
      return inputFacts(each, context);
    case 'invariant':
      return invariantFacts(each, context);
    case 'monotony':
      return monotonyFacts(each, context);
    case 'parameter':
      return parameterFacts(each, context);
    case 'delegation':
      return delegationFacts(each, context);
    case 'fill':
      return fillFacts(each, context);
    case 'derogation':
      return derogationFacts(each, context);
    case 'catalogue':
      return catalogueFacts(each);
    case 'catalogue-change':
      return catalogueChangeFacts(each, context);
    case 'rule':
      return ruleFacts(each, context);
    case 'share':
      return shareFacts(each, context);
    case 'accumulator':
      return accumulatorFacts(each, context);
    case 'layer':
      return layerFacts(each, context);
    case 'pool':
      return poolFacts(each, context);
    case 'waterfall':
      return waterfallFacts(each, context);
    case 'service':
      return serviceFacts(each, context);
    case 'service-delegation':
      return serviceDelegationFacts(each);
    case 'metric':
      return metricFacts(each);
    case 'watchlist':
      return watchlistFacts(each, context);
    case 'output':
      return outputFacts(each, context);
    case 'example':
      return exampleFacts(each, context);
    default:
      return assertNever(each);
  }
}
