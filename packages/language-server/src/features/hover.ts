import type { TextLanguage } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import type { Clause, DatedValue, KeywordFacts, SymbolFacts, ValueHistory } from '@tiaoli/language';
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
  const { symbol, document, question, meaning, clause, history, excerpt } = facts;
  const { language } = session;
  const source = sourceText(facts.source);
  const number = document?.number === undefined ? '' : `（${document.number}）`;
  const isDocument = symbol.kind === 'document';
  return [
    headline(facts, language),
    meaning?.[language] ?? '',
    question ?? '',
    symbol.kind === 'parameter' ? effectiveParagraph(facts, path, session) : '',
    history ? historyParagraph(history, language) : '',
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

/** Values of a declaration that are listed; the newest are what one looks for. */
const MOST_VALUES = 8;

/** Nothing for a value that was never another. */
function historyParagraph(
  { declared, setHere, setElsewhere }: ValueHistory,
  language: TextLanguage,
): string {
  const words = {
    zh: { history: '沿革', here: '本文件的确定', elsewhere: `另有 ${setElsewhere} 个文件确定了它` },
    en: {
      history: 'History',
      here: 'Set here',
      elsewhere: `${setElsewhere} other documents set it`,
    },
  }[language];
  const blocks = [
    declared.length > 1 ? `${words.history}\n\n${valueList(declared)}` : '',
    setHere.length > 1 ? `${words.here}\n\n${valueList(setHere)}` : '',
    setElsewhere > 0 ? words.elsewhere : '',
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** The document is told where it is another than before. */
function valueList(values: readonly DatedValue[]): string {
  const shown = values.slice(-MOST_VALUES);
  const lines = shown.map((each, at) => {
    const { validity, value, document, number, source } = each;
    const before = shown[at - 1];
    const isSame = before?.document === document && before.number === number;
    const named = number === undefined ? `《${document}》` : `《${document}》（${number}）`;
    const notes = [isSame ? '' : named, sourceText(source)].filter((text) => text !== '');
    const noted = notes.length === 0 ? '' : ` — ${notes.join(' · ')}`;
    return `- ${escaped(`${validity} ${value}${noted}`.trim())}`;
  });
  return [...(shown.length < values.length ? ['- …'] : []), ...lines].join('\n');
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
