import type {
  EntityDeclaration,
  EnumerationDeclaration,
  GroupDeclaration,
  InputDeclaration,
  InvariantDeclaration,
  MonotonyDeclaration,
} from '@tiaoli/ir';
import type { FactContext } from '../fact-context.ts';
import { versionsOf } from '../fact-context.ts';
import type { Facts } from '../fact-list.ts';
import {
  ownName,
  said,
  saidEnd,
  saidExpr,
  saidIf,
  saidInOrder,
  saidNames,
  saidNumber,
  saidText,
  saidType,
  saidWord,
  top,
  unitOf,
  within,
} from '../fact-list.ts';

/** 枚举: the order of the members where it means something. */
export function enumerationFacts({ ordered, extensible, members }: EnumerationDeclaration): Facts {
  const listed = members.flatMap(({ name, alias, label, marks }) => {
    const at = within(top, { kind: 'named', name });
    return [
      ...said('members', { kind: 'truth', value: true }, at),
      ...saidText('alias', alias, at),
      ...saidText('label', label, at),
      ...saidNames('marks', marks, at),
    ];
  });
  const order = ordered ? members.map(({ name }) => name) : [];
  return [...saidInOrder('member-order', order), ...saidIf('extensible', extensible), ...listed];
}

/** 组. */
export function groupFacts(each: GroupDeclaration, context: FactContext): Facts {
  const versions = versionsOf(each.versions, context).flatMap(({ version, steps }) => [
    ...said(
      'members',
      { kind: 'names', values: version.members.toSorted(), ordered: false },
      { steps },
    ),
    ...saidEnd(version.validity, context, { steps }),
  ]);
  return [...saidText('enumeration', ownName(each.enumeration)), ...versions];
}

export function entityFacts({ parent, order, period, atMost }: EntityDeclaration): Facts {
  return [
    ...saidText('parent', parent && ownName(parent)),
    ...saidInOrder('order', order.map(ownName)),
    ...saidText('period', period),
    ...saidNumber('at-most', atMost),
  ];
}

export function inputFacts(each: InputDeclaration, context: FactContext): Facts {
  const unit = unitOf(each.type) ?? 'number';
  return [
    ...saidText('entity', ownName(each.entity)),
    ...saidType('type', each.type),
    ...saidText('record', each.record && ownName(each.record)),
    ...saidNumber('low', each.low, unit),
    ...saidNumber('high', each.high, unit),
    ...saidNumber('places', each.places),
    ...saidNumber('at-most', each.atMost),
    ...saidIf('optional', each.optional),
    ...saidIf('spells', each.spells),
    ...saidExpr('default', each.default, context),
    ...saidText('question', each.question),
  ];
}

export function invariantFacts(each: InvariantDeclaration, context: FactContext): Facts {
  return [
    ...saidText('entity', ownName(each.entity)),
    ...saidExpr('condition', each.condition, context),
  ];
}

/** 单调. */
export function monotonyFacts(each: MonotonyDeclaration, context: FactContext): Facts {
  return [
    ...saidText('entity', ownName(each.entity)),
    ...saidExpr('value', each.value, context),
    ...saidWord(
      'monotone',
      each.direction,
      within(top, { kind: 'named', name: ownName(each.input) }),
    ),
  ];
}
