import type { TextLanguage } from '@tiaoli/base';
import type { NameUse } from '@tiaoli/language';
import type { InlayHint, Range } from 'vscode-languageserver';
import type { EffectiveValue } from '../effective-values.ts';
import { effectiveValues } from '../effective-values.ts';
import type { Session } from '../session.ts';
import { rangeOf } from '../text-range.ts';
import { originText } from './hover.ts';
import type { TextDocumentParams } from './places.ts';

interface InlayHintParams extends TextDocumentParams {
  readonly range: Range;
}

/** A longer value is cut; the whole of it stands in the tooltip. */
const MOST_CHARACTERS = 28;

/**
 * `textDocument/inlayHint`: behind a parameter in a layer or a formula its value on the session's day for the document's
 * own place, and whether another document set it; behind a parameter in 确定 what held without that; in 授权 who set it.
 */
export function findInlayHints(session: Session, params: InlayHintParams): InlayHint[] {
  const path = session.pathOf(params.textDocument.uri);
  const { workspace, language, on } = session;
  const text = session.textOf(path) ?? '';
  const uses = workspace.editor
    .names(path)
    .filter(({ kind, role, span }) => {
      const line = span.start.line - 1;
      const isAsked = line >= params.range.start.line && line <= params.range.end.line;
      return kind === 'parameter' && role === 'reference' && isAsked;
    })
    // `p[上年]` and `t[一级]` say themselves which value is meant.
    .filter(({ span }) => !/^\s*[[［]/.test(text.slice(span.end.offset, span.end.offset + 2)));
  if (uses.length === 0) return [];
  const values = effectiveValues(workspace, { path, language, ...(on !== undefined && { on }) });
  return uses.flatMap((use) => {
    const value = values.get(use.id);
    const label = value && labelOf(use, value, language);
    if (!value || label === undefined) return [];
    const origin = originText(value, language);
    const tooltip = [value.text, origin].filter((part) => part !== '').join('\n');
    return [{ position: rangeOf(use.span).end, label, tooltip, paddingLeft: true }];
  });
}

function labelOf(use: NameUse, value: EffectiveValue, language: TextLanguage): string | undefined {
  switch (use.use) {
    case 'value':
      return `= ${shown(value, language)}${settler(value, language)}`;
    case 'determine':
    case 'derogate': {
      const before = value.inherited;
      if (before === undefined) return undefined;
      const text = shown(before, language);
      return { zh: `原 ${text}`, en: `before ${text}` }[language];
    }
    case 'delegate':
      return value.setBy ? `= ${shown(value, language)}${settler(value, language)}` : undefined;
    default:
      return undefined;
  }
}

function shown(
  { text, isOpen }: Pick<EffectiveValue, 'text' | 'isOpen'>,
  language: TextLanguage,
): string {
  return isOpen ? { zh: '未定', en: 'undetermined' }[language] : cut(text);
}

function settler({ setBy, isDelegated, isOwn }: EffectiveValue, language: TextLanguage): string {
  if (setBy) {
    const who = setBy.place ?? setBy.title;
    return { zh: `（${who}确定）`, en: ` (set by ${who})` }[language];
  }
  return isDelegated && !isOwn ? { zh: '（沿用）', en: ' (inherited)' }[language] : '';
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= MOST_CHARACTERS
    ? text
    : `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`;
}
