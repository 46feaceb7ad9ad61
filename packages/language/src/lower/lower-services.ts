import type {
  Expr,
  InputDeclaration,
  MetricClaim,
  ServiceFields,
  ServiceFiling,
  ServiceVersion,
} from '@tiaoli/ir';
import {
  date,
  definitionRef,
  integer,
  isUnseen,
  metricFigures,
  numberLiteral,
  rate,
} from '@tiaoli/ir';
import type { ServiceDelegation } from '../generated/ast.ts';
import { acceptedInput, metricId, serviceId } from '../handling/handling-ids.ts';
import { metricClaims, metricResult } from '../handling/metric-claims.ts';
import { serviceFields } from '../handling/service-fields.ts';
import type { DeclaredOf } from '../references/declared.ts';
import type { ServiceResultName } from '../references/predefined.ts';
import { spanOf } from '../span-of.ts';
import { printName } from '../syntax/names.ts';
import { define } from './graph.ts';
import { eventEntityId } from './lower-context.ts';
import { declarationBase } from './statement.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeFor } from './statement-place.ts';

function declareAccepted(declared: DeclaredOf<'service'>, statement: StatementPlace): void {
  const { context, document } = statement;
  const declaration: InputDeclaration = {
    kind: 'input',
    id: acceptedInput(declared),
    name: `${declared.name}.受理日`,
    document: document.id,
    span: spanOf(declared.nodes[0]),
    entity: eventEntityId(statement),
    type: date,
    optional: false,
    spells: false,
    question: `「${declared.name}」哪一天受理？`,
  };
  context.declarations.push(declaration);
}

/** 事项: the record, and by which day it is done under the version in force on the day of acceptance. */
export function lowerService(declared: DeclaredOf<'service'>, statement: StatementPlace): void {
  const { context } = statement;
  const [node] = declared.nodes;
  const id = serviceId(declared);
  declareAccepted(declared, statement);
  const fields = serviceFields(declared.nodes);
  const base = declarationBase(node, { id, name: declared.name }, placeFor(statement));
  const owner = { declaration: id, entity: eventEntityId(statement), span: base.span };
  const add = (name: ServiceResultName, body: Expr): void => {
    define(context.graph, owner, {
      id: `${id}.${name}`,
      name: `${printName(declared.name)}.${name}`,
      type: date,
      body,
      visibility: 'result',
    });
  };
  const bodies = resultsOf(fields, id, acceptedInput(declared));
  for (const [name, body] of bodies) add(name, body);
  const results = Object.fromEntries(bodies.map(([name]) => [name, `${id}.${name}`]));
  const accepted = acceptedInput(declared);
  context.declarations.push({ ...base, kind: 'service', accepted, ...fields, results });
}

function resultsOf(
  { limits, filings }: ServiceFields,
  id: string,
  accepted: string,
): readonly (readonly [ServiceResultName, Expr])[] {
  const due: Expr = dated(limits, accepted, ({ value }) =>
    isUnseen(value)
      ? undetermined(value.unseen)
      : {
          kind: 'working-day-shift',
          operand: { kind: 'input', input: accepted },
          by: numberLiteral(integer, value.workingDays),
        },
  );
  if (filings.length === 0) return [['办结期限', due]];
  const from = definitionRef(`${id}.办结期限`);
  const until: Expr = dated(filings, accepted, ({ value }) => lastDay(value, from));
  return [
    ['办结期限', due],
    ['备案自', from],
    ['备案至', until],
  ];
}

/** The first day counts: 12个月 from 2024-11-25 ends on 2025-11-24. */
function lastDay({ months }: ServiceFiling, from: Expr): Expr {
  if (months === undefined) return undetermined('没有写有效期');
  const end: Expr = {
    kind: 'date-shift',
    shift: 'months',
    operand: from,
    by: numberLiteral(integer, months),
  };
  return { kind: 'arithmetic', operator: '-', left: end, right: numberLiteral(integer, 1) };
}

function undetermined(reason: string): Expr {
  return { kind: 'undetermined', type: date, cause: 'not-seen', reason };
}

/** A version without 至 ends the day before the next one begins. */
function dated<T>(
  versions: readonly ServiceVersion<T>[],
  on: string,
  meaning: (version: ServiceVersion<T>) => Expr,
): Expr {
  const ordered = versions.toSorted(
    (left, right) => (left.validity.from ?? -Infinity) - (right.validity.from ?? -Infinity),
  );
  return {
    kind: 'dated',
    on,
    versions: ordered.map((version, index) => {
      const next = ordered[index + 1]?.validity.from;
      const { from, to = next === undefined ? undefined : next - 1 } = version.validity;
      return {
        validity: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
        value: meaning(version),
      };
    }),
  };
}

/** 事项授权. */
export function lowerServiceDelegation(node: ServiceDelegation, statement: StatementPlace): void {
  const place = placeFor(statement);
  const id = `${statement.document.id}/事项授权 ${node.levels.join('、')}`;
  statement.context.declarations.push({
    ...declarationBase(node, { id, name: '事项授权' }, place),
    kind: 'service-delegation',
    levels: node.levels,
    terms: node.terms.map((term) => (term === 'no_slower' ? 'no-slower' : 'no-more')),
  });
}

/** 指标: each claim that can be worked out becomes a rate; the figures are those of the services of the document. */
export function lowerMetric(declared: DeclaredOf<'metric'>, statement: StatementPlace): void {
  const { context, document } = statement;
  const [node] = declared.nodes;
  const id = metricId(declared);
  const services = document.scope.own.all.flatMap((each) =>
    each.kind === 'service' ? [{ name: each.name, ...serviceFields(each.nodes) }] : [],
  );
  const base = declarationBase(node, { id, name: declared.name }, placeFor(statement));
  const claims = metricClaims(node, document.header).map((claim): MetricClaim => {
    const name = metricResult(claim);
    const definition = `${id}.${name}`;
    define(
      context.graph,
      { declaration: id, entity: eventEntityId(statement), span: claim.span },
      {
        id: definition,
        name: `${printName(declared.name)}.${name}`,
        type: rate,
        body: figureOf(claim, services),
        visibility: 'result',
      },
    );
    return { ...claim, definition };
  });
  context.declarations.push({ ...base, kind: 'metric', claims });
}

/** A tenth of a percent, as such figures are published. */
const tenthOfPercent = '0.001';

function figureOf(claim: MetricClaim, services: Parameters<typeof metricFigures>[1]): Expr {
  const found = metricFigures(claim, services);
  if (found.kind === 'unknown') {
    const reason = `这些事项没有写明：${found.services.join('、')}`;
    return { kind: 'undetermined', type: rate, cause: 'not-seen', reason };
  }
  const [first, second] = [
    numberLiteral(integer, found.first),
    numberLiteral(integer, found.second),
  ];
  const isFall = claim.kind === 'fall';
  return {
    kind: 'quotient',
    left: isFall ? { kind: 'arithmetic', operator: '-', left: first, right: second } : first,
    right: isFall ? first : second,
    mode: 'half-away-from-zero',
    unit: tenthOfPercent,
  };
}
