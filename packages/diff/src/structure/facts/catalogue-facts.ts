import type {
  CatalogueChangeDeclaration,
  CatalogueDeclaration,
  CatalogueKeyColumn,
  CatalogueValueColumn,
} from '@tiaoli/ir';
import type { FactContext } from '../fact-context.ts';
import { versionsOf } from '../fact-context.ts';
import type { Facts } from '../fact-list.ts';
import {
  ownName,
  saidEnd,
  saidIf,
  saidInOrder,
  saidNumber,
  saidText,
  saidType,
  saidWord,
  top,
  unitOf,
  within,
} from '../fact-list.ts';

/** 目录: what its rows look like, and a hash of what they say. The rows themselves are compared by their keys. */
export function catalogueFacts(each: CatalogueDeclaration): Facts {
  const { validity } = each;
  return [
    ...each.keys.flatMap(keyFacts),
    ...each.columns.flatMap(columnFacts),
    ...saidText('from-day', validity?.from),
    ...saidText('to-day', validity?.to),
    ...saidInOrder(
      'catalogue-content',
      each.parts.map(({ content }) => content),
    ),
  ];
}

function keyFacts({ name, type, range }: CatalogueKeyColumn, index: number): Facts {
  const at = within(top, { kind: 'nth', number: index + 1 });
  return [
    ...saidText('keys', name, at),
    ...saidType('type', type, at),
    ...saidText('low', range?.low, at),
    ...saidText('high', range?.high, at),
    ...saidWord('included', range?.included, at),
  ];
}

function columnFacts({ name, type, low, high, places, absent }: CatalogueValueColumn): Facts {
  const at = within(top, { kind: 'named', name });
  const unit = unitOf(type) ?? 'number';
  return [
    ...saidType('column', type, at),
    ...saidNumber('low', low, unit, at),
    ...saidNumber('high', high, unit, at),
    ...saidNumber('places', places, 'number', at),
    ...saidWord('absent', absent, at),
  ];
}

/** 目录 … 增加, 目录 … 取消. */
export function catalogueChangeFacts(
  { catalogue, part }: CatalogueChangeDeclaration,
  context: FactContext,
): Facts {
  return versionsOf([part], context).flatMap(({ steps }) => {
    const at = { steps };
    return [
      ...saidText('catalogue', ownName(catalogue), at),
      ...saidIf('removes', part.removes, at),
      ...saidText('catalogue-content', part.content, at),
      ...saidEnd(part.validity, context, at),
    ];
  });
}
