import type { TextLanguage } from '@tiaoli/base';
import { parseRational, printRational, yuanOfFen } from '@tiaoli/base';
import type { Change, Fact, FactValue, Part } from '@tiaoli/diff';
import {
  boundEffect,
  changeText,
  partText,
  placeOfChange,
  renameText,
  subjectOf,
  valueText,
} from '@tiaoli/diff';
import type { CatalogueComparison, VersionComparison } from '@tiaoli/workspace';
import type { DiffViews } from '../commands/diff.ts';

/** The comparison for programs: amounts in yuan and rates per one as decimal strings, every change with its words. */
export function differenceJson(
  comparison: VersionComparison,
  view: DiffViews,
  language: TextLanguage,
) {
  const { old, new: now, isOneDocument, text, structure, basis, catalogues } = comparison;
  return {
    old,
    new: now,
    oneDocument: isOneDocument,
    same: comparison.isSame,
    ...(view.has('text') && { text: text.clauses }),
    ...(view.has('structure') && {
      structure: structure.changes.map((change) => changeJson(change, language)),
      renames: structure.renames.map((rename) => ({
        ...rename,
        text: renameText(rename)[language],
      })),
      basis: basis.map(({ document, title, changes }) => ({
        document,
        title,
        changes: changes.map((change) => changeJson(change, language)),
      })),
      catalogues: catalogues.map(catalogueJson),
    }),
    undecided: catalogues.filter(({ kind }) => kind === 'unread').length,
  };
}

/** One change with its words: amounts in yuan, rates per one. */
export function changeJson(change: Change, language: TextLanguage) {
  const { kind, name } = subjectOf(change);
  const place = placeOfChange(change);
  const text = changeText(change)[language];
  const head = { change: change.kind, kind, name, text, ...(place && { place }) };
  switch (change.kind) {
    case 'added':
    case 'removed':
      return { ...head, facts: change.item.facts.map((fact) => factJson(fact, language)) };
    case 'version-moved':
      return { ...head, before: change.before, after: change.after };
    case 'changed': {
      const { part, before, after } = change;
      const effect = boundEffect(change);
      const isInvented = before?.illustrative === true || after?.illustrative === true;
      return {
        ...head,
        ...partJson(part, language),
        ...(before && { before: valueJson(before.value, language) }),
        ...(after && { after: valueJson(after.value, language) }),
        ...(effect && { effect }),
        ...(isInvented && { illustrative: true }),
      };
    }
  }
}

function partJson(part: Part, language: TextLanguage) {
  return { part: partText(part, language), field: part.field, steps: part.steps };
}

function factJson({ part, value, illustrative }: Fact, language: TextLanguage) {
  return {
    ...partJson(part, language),
    value: valueJson(value, language),
    ...(illustrative && { illustrative }),
  };
}

function valueJson(value: FactValue, language: TextLanguage) {
  const text = valueText(value, language);
  switch (value.kind) {
    case 'number': {
      const number = parseRational(value.value);
      const isMoney = value.unit === 'money' || value.unit === 'unit-price';
      const exact = number && (isMoney ? yuanOfFen(number) : printRational(number));
      return { kind: value.kind, unit: value.unit, value: exact ?? value.value, text };
    }
    case 'names':
      return { kind: value.kind, values: value.values, text };
    case 'provenance':
      return { kind: value.kind, ...value.provenance, text };
    default:
      return { kind: value.kind, text };
  }
}

function catalogueJson(each: CatalogueComparison) {
  if (each.kind === 'unread') return { name: each.name, unread: each.files };
  const { before, after, changed, counts, rows } = each.rows;
  return { name: each.name, before, after, changed, counts, rows };
}
