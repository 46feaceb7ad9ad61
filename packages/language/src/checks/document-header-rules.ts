import type { Diagnostic } from '@tiaoli/base';
import { fieldOf, normalNumber } from '../document-header.ts';
import { finding } from '../messages.ts';
import { closestName } from '../references/closest-name.ts';
import { spanOf } from '../span-of.ts';
import type { TiaoliDocument } from '../tiaoli-document.ts';
import type { CheckContext } from './check.ts';
import { propertySpan, rename, rewrite, withFixes } from './fixes.ts';
import { blankFields } from './header-blanks.ts';
import { levelRanks } from './levels.ts';

/** The header: it is there, says from when, cites what exists, and belongs to a jurisdiction. */
export function checkDocumentHeader(context: CheckContext): readonly Diagnostic[] {
  const { document, linked } = context;
  const { file, header } = document;
  if (!file.document) {
    const isSaid = linked.open.syntax.some(({ code }) => code === 'missing-document-header');
    return isSaid || (file.elements.length === 0 && linked.open.syntax.length > 0)
      ? []
      : [finding('missing-document-header', header.span, {})];
  }
  return [
    ...unknownEdition(document),
    ...missingFields(document),
    ...blankFields(document),
    ...duplicateFields(document),
    ...malformedNumber(document),
    ...unknownBasis(context),
    ...jurisdiction(context),
  ];
}

function unknownEdition({ file, header }: TiaoliDocument): readonly Diagnostic[] {
  const { edition } = file;
  if (edition === undefined || Number(edition) === 1) return [];
  const found = finding('unknown-edition', header.span, { edition: String(edition) });
  return [withFixes(found, [rewrite(file, 'edition', '1')])];
}

function missingFields({ file, header }: TiaoliDocument): readonly Diagnostic[] {
  return fieldOf(file, 'EffectiveField')
    ? []
    : [finding('missing-effective-date', header.span, {})];
}

const fieldNames: Readonly<Record<string, string>> = {
  IdentifierField: '标识',
  NumberField: '文号',
  JurisdictionField: '层级',
  EffectiveField: '施行',
  RoundingField: '取整',
  YearField: '年度',
};

function duplicateFields({ file }: TiaoliDocument): readonly Diagnostic[] {
  const seen = new Set<string>();
  return (file.document?.fields ?? []).flatMap((each) => {
    const field = fieldNames[each.$type];
    if (field === undefined) return [];
    const again = seen.has(each.$type);
    seen.add(each.$type);
    return again ? [finding('duplicate-header-field', spanOf(each), { field })] : [];
  });
}

function malformedNumber({ file }: TiaoliDocument): readonly Diagnostic[] {
  const field = fieldOf(file, 'NumberField');
  const text = field?.number;
  if (field === undefined || text === undefined) return [];
  const isNumber = /^\p{L}+〔\d{4}〕\d+号$/u.test(normalNumber(text));
  return isNumber ? [] : [finding('malformed-number', spanOf(field), { text })];
}

function unknownBasis({ linked: { open, registry } }: CheckContext): readonly Diagnostic[] {
  return open.citations.flatMap((citation) => {
    if (registry.find(citation) !== undefined) return [];
    const suggestion = closestName(citation.document, registry.names);
    const found = finding('unknown-basis', spanOf(citation), {
      name: citation.document,
      suggestion,
    });
    const span = propertySpan(citation, 'document');
    return [withFixes(found, [span && rename(span, suggestion)])];
  });
}

function jurisdiction({ document, all }: CheckContext): readonly Diagnostic[] {
  const { header, file, basis } = document;
  const field = fieldOf(file, 'JurisdictionField');
  if (field === undefined || field.unseen) return [];
  const say = (reason: string, reasonEn: string) =>
    finding('jurisdiction-chain', spanOf(field), { reason, reasonEn });
  if (header.level === 'nation' && header.place !== undefined) {
    return [say('国家一级不写地名', 'the nation has no place name')];
  }
  if (header.level !== 'nation' && header.place === undefined) {
    return [say('没有写是哪一个地方', 'the place is missing')];
  }
  if (header.level === 'province' && header.parent !== undefined) {
    return [say('省直接属于国家，不写“属”', 'a province belongs to the nation; leave 属 out')];
  }
  const below = [...all.values()].filter(({ document: other }) => basis.includes(other.id));
  const lower = below.find(
    ({ document: other }) => levelRanks[other.header.level] > levelRanks[header.level],
  );
  if (lower) {
    const { title } = lower.document.header;
    return [
      say(
        `依据的“${title}”层级比本文件低`,
        `“${title}”, on which this document rests, is of a lower level`,
      ),
    ];
  }
  return [];
}
