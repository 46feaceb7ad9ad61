import type { TextLanguage } from '@tiaoli/base';
import type { Change, Fact, Item, TextPiece } from '@tiaoli/diff';
import {
  changeText,
  comparePieces,
  partText,
  subjectOf,
  subjectText,
  valueText,
} from '@tiaoli/diff';
import type { SheetCell, SheetParagraph, SheetRun } from '../sheet/sheet.ts';
import type { RevisedClause } from './revision-rows.ts';

type Side = 'before' | 'after';

/** What a clause said on one side: its words, then each value; what went is struck, what came underlined. */
export function revisionCell(
  { words, changes }: RevisedClause,
  side: Side,
  language: TextLanguage,
): SheetCell {
  const paraphrased = { zh: '转述：', en: 'paraphrase: ' }[language];
  const said = words.flatMap(({ quote, paraphrase }) => [
    ...paragraphsOf(quote, side),
    ...paragraphsOf(paraphrase, side).map((runs) => [{ text: paraphrased }, ...runs]),
  ]);
  const values = changes.map((change) => changeRuns(change, side, language));
  const cell = [...said, ...values].filter((runs) => runs.length > 0);
  return cell.length > 0 ? cell : [[{ text: { zh: '（无）', en: '(none)' }[language] }]];
}

/** A paragraph for each line of the text. */
function paragraphsOf(pieces: readonly TextPiece[], side: Side): readonly SheetParagraph[] {
  const lines: SheetRun[][] = [[]];
  for (const { text, mark } of runsOf(pieces, side)) {
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, ...(mark && { mark }) });
    }
  }
  return lines.filter((line) => line.length > 0);
}

function runsOf(pieces: readonly TextPiece[], side: Side): readonly SheetRun[] {
  const [own, mark] =
    side === 'before' ? (['deleted', 'deleted'] as const) : (['inserted', 'inserted'] as const);
  return pieces.flatMap(({ kind, text }): readonly SheetRun[] => {
    if (kind === 'same') return [{ text }];
    return kind === own ? [{ text, mark }] : [];
  });
}

function changeRuns(change: Change, side: Side, language: TextLanguage): SheetParagraph {
  const subject = subjectText(subjectOf(change), language);
  switch (change.kind) {
    case 'added':
      return side === 'after' ? wholeItem(change.item, subject, 'inserted', language) : [];
    case 'removed':
      return side === 'before' ? wholeItem(change.item, subject, 'deleted', language) : [];
    case 'version-moved': {
      const word = { zh: '起始日 ', en: 'first day ' }[language];
      const pieces = comparePieces(change.before, change.after);
      return [{ text: `${subject} ${word}` }, ...runsOf(pieces, side)];
    }
    case 'changed': {
      const fact = change[side];
      if (!fact) return [];
      const where = partText(change.part, language);
      const colon = { zh: '：', en: ': ' }[language];
      const [old, now] = [change.before, change.after].map((each) => textOf(each, language));
      const pieces = comparePieces(old ?? '', now ?? '');
      return [
        { text: where === '' ? `${subject}${colon}` : `${subject} ${where}${colon}` },
        ...runsOf(pieces, side),
        ...inventedRun(fact, language),
      ];
    }
  }
}

function textOf(fact: Fact | undefined, language: TextLanguage): string {
  return fact ? valueText(fact.value, language) : '';
}

function wholeItem(
  { facts }: Item,
  subject: string,
  mark: 'inserted' | 'deleted',
  language: TextLanguage,
): SheetParagraph {
  const told = facts.filter(({ value }) => value.kind !== 'provenance');
  return [
    { text: subject, mark },
    ...told.flatMap((fact, at): readonly SheetRun[] => {
      const lead = at === 0 ? { zh: '：', en: ': ' }[language] : { zh: '；', en: '; ' }[language];
      const where = partText(fact.part, language);
      const text = `${lead}${where === '' ? '' : `${where} `}${textOf(fact, language)}`;
      return [{ text, mark }, ...inventedRun(fact, language)];
    }),
  ];
}

/** 示例: nobody's policy. */
function inventedRun({ illustrative }: Fact, language: TextLanguage): readonly SheetRun[] {
  if (!illustrative) return [];
  return [{ text: { zh: '（示例）', en: ' (illustrative)' }[language], mark: 'invented' }];
}

/** By how much each value moved, and which sources are others. */
export function basisCell({ changes, sources }: RevisedClause, language: TextLanguage): SheetCell {
  const told = [...changes.filter(({ kind }) => kind === 'changed'), ...sources].map((change) => [
    { text: `${subjectText(subjectOf(change), language)} ${changeText(change)[language]}` },
  ]);
  return told.length > 0 ? told : [[{ text: '—' }]];
}
