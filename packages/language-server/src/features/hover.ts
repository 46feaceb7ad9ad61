import type { TextLanguage } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import type { Clause, KeywordFacts, SymbolFacts } from '@tiaoli/language';
import type { Hover } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { EffectiveValue } from '../effective-values.ts';
import { effectiveValues, newestDay } from '../effective-values.ts';
import type { Session } from '../session.ts';
import { rangeOf } from '../text-range.ts';
import { sourceText } from './clauses.ts';
import { kindWords } from './kind-words.ts';
import type { PositionParams } from './places.ts';
import { placeAt } from './places.ts';

/** `textDocument/hover`: what a name is, its value in force for the document's own place, and the clause that says so. */
export function findHover(session: Session, params: PositionParams): Hover | null {
  const place = placeAt(session, params);
  const facts = place && session.workspace.editor.hoverAt(place.path, place.offset);
  if (!facts) return null;
  const paragraphs =
    facts.kind === 'keyword'
      ? keywordParagraphs(facts, session.language)
      : symbolParagraphs(facts, place.path, session);
  const value = paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(facts.span) };
}

function keywordParagraphs(
  { spelling, purpose }: KeywordFacts,
  language: TextLanguage,
): readonly string[] {
  return [`**${spelling.zh}** · ${spelling.en}`, purpose?.[language] ?? ''];
}

function symbolParagraphs(facts: SymbolFacts, path: string, session: Session): readonly string[] {
  const { symbol, document, question, meaning, clause, versions, excerpt } = facts;
  const { language } = session;
  const source = sourceText(facts.source);
  const number = document?.number === undefined ? '' : `（${document.number}）`;
  const isDocument = symbol.kind === 'document';
  return [
    headline(facts, language),
    meaning?.[language] ?? '',
    question ?? '',
    symbol.kind === 'parameter' ? effectiveParagraph(facts, path, session) : '',
    versions.length > 1 ? versionList(facts) : '',
    excerpt === '' ? '' : `\`\`\`tiaoli\n${excerpt}\n\`\`\``,
    source === '' ? '' : escaped(source),
    clause ? clauseParagraph(clause) : '',
    document && !isDocument ? `${escaped(document.title)}${escaped(number)}` : escaped(number),
  ];
}

function headline({ symbol, type }: SymbolFacts, language: TextLanguage): string {
  const alias = symbol.alias === undefined ? '' : ` \`${symbol.alias}\``;
  const kind = kindWords[symbol.kind][language];
  const declared = type === undefined ? '' : ` · ${escaped(type)}`;
  return `**${escaped(symbol.name)}**${alias} — ${kind}${declared}`;
}

function effectiveParagraph({ symbol }: SymbolFacts, path: string, session: Session): string {
  const { workspace, language, on } = session;
  const question = { path, language, ...(on !== undefined && { on }) };
  const value = effectiveValues(workspace, question).get(symbol.id);
  if (value === undefined) return '';
  const day = printDate(on ?? newestDay(workspace, path));
  const place = workspace.documents().find((each) => each.path === path)?.place;
  const where = { zh: place ?? '全国', en: place ?? 'the nation' }[language];
  const said = {
    zh: `${where}，${day}：**${escaped(value.text)}**`,
    en: `${where}, ${day}: **${escaped(value.text)}**`,
  }[language];
  const origin = originText(value, language);
  return origin === '' ? said : `${said} — ${escaped(origin)}`;
}

/** Who says so: the document that set the value and what it replaces, or that nobody has. */
export function originText(
  { setBy, inherited, isDelegated, isOwn }: EffectiveValue,
  language: TextLanguage,
): string {
  if (setBy) {
    const before = inherited?.text ?? '';
    const zh = before === '' ? '' : `，原为 ${before}`;
    const en = before === '' ? '' : `, before: ${before}`;
    return { zh: `由《${setBy.title}》确定${zh}`, en: `set by “${setBy.title}”${en}` }[language];
  }
  if (!isDelegated) return '';
  if (isOwn) return { zh: '授权下级确定', en: 'lower documents may set it' }[language];
  return { zh: '未另行确定，沿用上级', en: 'not set here, inherited' }[language];
}

function versionList({ versions }: SymbolFacts): string {
  return versions
    .map(({ validity, value, source }) => {
      const note = sourceText(source);
      const noted = note === '' ? '' : ` — ${note}`;
      return `- ${escaped(`${validity ?? ''} ${value}${noted}`.trim())}`;
    })
    .join('\n');
}

/** The legal text as a quotation; where the clause only paraphrases its source, the source. */
function clauseParagraph({ name, text, source }: Clause): string {
  const quoted = text.length > 0 ? text : [source.source ?? ''];
  const grade = sourceText({
    marks: source.marks,
    ...(source.grade !== undefined && { grade: source.grade }),
  });
  const lines = quoted.filter((line) => line !== '').map((line) => `> ${escaped(line)}`);
  const note = grade === '' ? '' : `（${grade}）`;
  return [`条 ${escaped(name)}${note}`, ...lines].join('\n\n');
}

/** Markdown would read some characters of a policy as its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, (mark) => `\\${mark}`);
}
