import type { Diagnostic, Fix, Position, Span } from '@tiaoli/base';
import { before, fixOf } from '@tiaoli/base';
import type { LangiumParser, ParseResult } from 'langium';
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
} from 'langium';
import type { File } from '../generated/ast.ts';
import { TiaoliGeneratedSharedModule, TiaoliGrammarGeneratedModule } from '../generated/module.ts';
import { withoutFollowUps } from './follow-ups.ts';
import { MOST_BYTES } from './guard.ts';
import type { Insertion, SyntaxFinding } from './messages.ts';
import { syntaxFinding } from './messages.ts';
import { findingOfMessage } from './parser-messages.ts';
import { parserModule } from './parser-module.ts';
import { isLexerFinding } from './scanner/lexer.ts';

/** Findings beyond this number help nobody. */
const MOST_FINDINGS = 50;

/** What a text says, as far as it could be read, and what is wrong with its surface. */
export interface ParsedSource {
  readonly ast: File;
  readonly findings: readonly Diagnostic[];
}

/** A parser without linking and checks. It never throws, and one bad file never spoils the next. */
export interface SourceParser {
  readonly parse: (text: string, file?: string) => ParsedSource;
}

export function createParser(): SourceParser {
  let parser = createLangium();
  return {
    parse: (text, file = '') => {
      const tooLarge = sizeFinding(text);
      const source = tooLarge ? '' : text;
      try {
        const result = parser.parse<File>(source);
        const findings = tooLarge ? [tooLarge] : findingsOf(result, source);
        return { ast: result.value, findings: toDiagnostics(findings, source, file) };
      } catch (error) {
        // After an exception Chevrotain's parser object is poisoned: it then accepts anything. A new one is made.
        parser = createLangium();
        const cause = error instanceof Error ? error.name : String(error);
        const failure = syntaxFinding('parser-failure', { cause }, 0, 0);
        const { value } = parser.parse<File>('');
        return { ast: value, findings: toDiagnostics([failure], source, file) };
      }
    },
  };
}

/** The finding for a text beyond the guard's size; undefined for any other. To be asked before a text is parsed. */
export function sizeFinding(text: string): SyntaxFinding | undefined {
  if (text.length * 3 <= MOST_BYTES) return undefined;
  const bytes = new TextEncoder().encode(text).length;
  if (bytes <= MOST_BYTES) return undefined;
  return syntaxFinding('source-too-large', { bytes, most: MOST_BYTES }, 0, 0);
}

/** What is wrong with the surface of a text that Langium parsed with `parserModule`, in the order of the text. */
export function syntaxDiagnostics(
  result: ParseResult,
  text: string,
  file: string,
): readonly Diagnostic[] {
  return toDiagnostics(findingsOf(result, text), text, file);
}

function createLangium(): LangiumParser {
  const shared = inject(
    createDefaultSharedCoreModule(EmptyFileSystem),
    TiaoliGeneratedSharedModule,
  );
  const services = inject(
    createDefaultCoreModule({ shared }),
    TiaoliGrammarGeneratedModule,
    parserModule,
  );
  shared.ServiceRegistry.register(services);
  return services.parser.LangiumParser;
}

function findingsOf(result: ParseResult, text: string): readonly SyntaxFinding[] {
  const scanned = result.lexerErrors.filter(isLexerFinding).map(({ finding }) => finding);
  const parsed = result.parserErrors.flatMap((error) => findingOfError(error, text));
  const opening = parsed.find(({ code }) => code === 'missing-brace');
  const causes = scanned.map((cause) => (opening && explains(opening, cause) ? opening : cause));
  const told = parsed.filter(({ from }) => !scanned.some((cause) => isHiddenBy(cause, from)));
  return withoutEchoes([...causes, ...withoutFollowUps(told, result.value as File)])
    .sort((a, b) => a.from - b.from)
    .slice(0, MOST_FINDINGS);
}

/** A } is one too many because a { before it is missing. */
function explains(opening: SyntaxFinding, cause: SyntaxFinding): boolean {
  return cause.code === 'extra-brace' && opening.from < cause.from;
}

/** Structure and quotes come first: what the parser says of their consequences waits until they are mended. */
function isHiddenBy({ hides }: SyntaxFinding, offset: number): boolean {
  return hides !== undefined && offset >= hides.from && offset < hides.to;
}

type ParserError = ParseResult['parserErrors'][number];

function findingOfError(error: ParserError, text: string): readonly SyntaxFinding[] {
  const finding = findingOfMessage(error.message);
  if (!finding) return [];
  if (finding.to > 0) return [finding];
  const { token } = error;
  const isEnd = token.tokenType.name === 'EOF';
  const from = isEnd ? text.trimEnd().length : token.startOffset;
  return [{ ...finding, from, to: from + Math.max(1, token.image.length) }];
}

/** One mistake, one finding: a second one at the same place says the same in other words. */
function withoutEchoes(findings: readonly SyntaxFinding[]): SyntaxFinding[] {
  const seen = new Set<number>();
  return findings.filter(({ from }) => {
    const isEcho = seen.has(from);
    seen.add(from);
    return !isEcho;
  });
}

function toDiagnostics(
  findings: readonly SyntaxFinding[],
  text: string,
  file: string,
): readonly Diagnostic[] {
  if (findings.length === 0) return [];
  const starts = lineStarts(text);
  return findings.map(({ code, from, to, message, hint, remedies = [], insertion }) => {
    const span: Span = { file, start: positionAt(from, starts), end: positionAt(to, starts) };
    const found = { code, severity: 'error' as const, message, span, related: [] };
    return {
      ...found,
      ...(hint && { hint }),
      ...(remedies.length > 0 && { fixes: remedies.map((remedy) => fixOf(remedy, span)) }),
      ...(insertion && { fixes: [insert(insertion, positionAt(insertion.at, starts), file)] }),
    };
  });
}

function insert({ text }: Insertion, at: Position, file: string): Fix {
  return fixOf(before(text), { file, start: at, end: at });
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

function positionAt(offset: number, starts: readonly number[]): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { offset, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
