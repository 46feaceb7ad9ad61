import type { TextLanguage } from '@tiaoli/base';
import type { Change, ChangeGroup, RenameProposal } from '@tiaoli/diff';
import { changeText, groupChanges, isAboutSource, renameText, subjectText } from '@tiaoli/diff';
import type { CatalogueComparison, VersionComparison } from '@tiaoli/workspace';
import type {
  CatalogueAnswer,
  ChangedDeclaration,
  StructureAnswer,
  VersionsAnswer,
} from '../compare-answers.ts';

/** A comparison in sentences of one language; plain JSON. */
export function versionsAnswer(
  { old, new: now, text, structure, basis, catalogues, ...rest }: VersionComparison,
  language: TextLanguage,
): VersionsAnswer {
  const { isOneDocument, isSame, isUndecided } = rest;
  return {
    ...{ old, new: now, isOneDocument, isSame, isUndecided },
    text: text.clauses,
    structure: structureAnswer(structure.changes, structure.renames, language),
    basis: basis.map(({ title, changes }) => ({
      title,
      ...structureAnswer(changes, [], language),
    })),
    catalogues: catalogues.map(catalogueAnswer),
  };
}

function structureAnswer(
  changes: readonly Change[],
  renames: readonly RenameProposal[],
  language: TextLanguage,
): StructureAnswer {
  const about = changes.filter((change) => !isAboutSource(change));
  return {
    count: about.length,
    sources: changes.length - about.length,
    groups: groupChanges(about).map((group) => declarationOf(group, language)),
    renames: renames.map((rename) => renameText(rename)[language]),
  };
}

function declarationOf(
  { subject, place, changes }: ChangeGroup,
  language: TextLanguage,
): ChangedDeclaration {
  const isInClause = place && place.clause.length > 0 && subject.kind !== 'clause';
  const clause = isInClause
    ? subjectText({ kind: 'clause', name: place.clause.join('·') }, language)
    : undefined;
  return {
    title: subjectText(subject, language),
    ...(clause !== undefined && { clause }),
    ...(place && { file: place.file, line: place.line }),
    changes: changes.map((change) => changeText(change)[language]),
  };
}

function catalogueAnswer(each: CatalogueComparison): CatalogueAnswer {
  if (each.kind === 'unread') return each;
  const { before, after, changed, counts } = each.rows;
  return { kind: 'compared', name: each.name, before, after, changed, counts };
}
