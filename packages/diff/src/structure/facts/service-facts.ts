import { assertNever } from '@tiaoli/base';
import type {
  MetricClaim,
  MetricDeclaration,
  ServiceDeclaration,
  ServiceDelegationDeclaration,
  ServiceFiling,
  ServiceMaterials,
  ServiceVersion,
  UnseenField,
} from '@tiaoli/ir';
import { isUnseen, versionOn } from '@tiaoli/ir';
import type { FactContext } from '../fact-context.ts';
import { placeOf, versionsOf } from '../fact-context.ts';
import type { At, Facts } from '../fact-list.ts';
import {
  said,
  saidDate,
  saidEnd,
  saidInOrder,
  saidNames,
  saidNumber,
  saidProvenance,
  saidText,
  saidWord,
  top,
  within,
} from '../fact-list.ts';
import type { Field } from '../field.ts';

/** 事项: each dated field by itself. */
export function serviceFacts(each: ServiceDeclaration, context: FactContext): Facts {
  const field = <T>(
    name: Field,
    versions: readonly ServiceVersion<T | UnseenField>[],
    facts: (value: T, at: At) => Facts,
  ): Facts => datedFacts(name, versions, context, facts);
  return [
    ...saidText('code', each.code),
    ...(each.codeUnseen === undefined
      ? []
      : said('code', { kind: 'unseen', reason: each.codeUnseen })),
    ...saidText('within', each.within),
    ...saidText('category', each.category),
    ...saidNames('levels', each.levels),
    ...field<readonly string[]>('channels', each.channels, (names, at) =>
      saidNames('channels', names, at),
    ),
    ...field<readonly string[]>('steps', each.steps, (names, at) =>
      saidInOrder('steps', names, at),
    ),
    ...field<ServiceMaterials>('materials', each.materials, materialFacts),
    ...field('time-limit', each.limits, ({ workingDays }: { workingDays: number }, at) =>
      saidNumber('time-limit', workingDays, 'working-days', at),
    ),
    ...field<string>('handler', each.handlers, (name, at) => saidText('handler', name, at)),
    ...field<number>('diseases', each.diseases, (count, at) =>
      saidNumber('diseases', count, 'number', at),
    ),
    ...saidNames('legal-basis', each.basis),
    ...field<ServiceFiling>('filing', each.filings, filingFacts),
  ];
}

function datedFacts<T>(
  name: Field,
  versions: readonly ServiceVersion<T | UnseenField>[],
  context: FactContext,
  facts: (value: T, at: At) => Facts,
): Facts {
  const { on } = context;
  const found = on === undefined ? versions : [versionOn(versions, on)].filter((each) => !!each);
  return versionsOf(found, context).flatMap(({ version, steps }) => {
    const at = { steps, place: placeOf(version) };
    const { value } = version;
    const unseen = isUnseen(value);
    return [
      ...(unseen
        ? said(name, { kind: 'unseen', reason: value.unseen }, at)
        : facts(value as T, at)),
      ...saidProvenance(version.provenance, within(at, { kind: 'named', name })),
      ...saidEnd(version.validity, context, within(at, { kind: 'named', name })),
    ];
  });
}

function materialFacts({ count, items }: ServiceMaterials, at: At): Facts {
  return [
    ...saidNumber('materials', count, 'items', at),
    ...saidInOrder('material-items', items, at),
  ];
}

function filingFacts({ name, status, months, uses, freeOf }: ServiceFiling, at: At): Facts {
  return [
    ...saidText('filing', name, at),
    ...saidText('status', status, at),
    ...saidNumber('months', months, 'months', at),
    ...(uses === 'unlimited' ? saidWord('uses', uses, at) : saidNumber('uses', uses, 'number', at)),
    ...saidNames('free-of', freeOf, at),
  ];
}

/** 事项授权. */
export function serviceDelegationFacts(each: ServiceDelegationDeclaration): Facts {
  return [...saidNames('levels', each.levels), ...saidNames('terms', each.terms)];
}

/** 指标: each claim with what it promises and the days that it names. */
export function metricFacts({ claims }: MetricDeclaration): Facts {
  return claims.flatMap(claimFacts);
}

function claimFacts(claim: MetricClaim): Facts {
  switch (claim.kind) {
    case 'fall': {
      const at = { ...within(top, { kind: 'named', name: claim.measure }), place: placeOf(claim) };
      return [
        ...saidNumber('least', claim.least, 'rate', at),
        ...saidDate('from-day', claim.from, at),
        ...saidDate('to-day', claim.to, at),
      ];
    }
    case 'channels': {
      const at = { ...within(top, { kind: 'named', name: claim.kind }), place: placeOf(claim) };
      return [
        ...saidNames('channels', claim.channels, at),
        ...saidNumber('least', claim.least, 'rate', at),
        ...saidDate('on', claim.on, at),
      ];
    }
    default:
      return assertNever(claim);
  }
}
