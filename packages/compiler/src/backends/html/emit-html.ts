import { printDate } from '@tiaoli/base';
import type { ClauseDeclaration, DocumentDeclaration, Module, ModuleIndex } from '@tiaoli/ir';
import { indexModule } from '@tiaoli/ir';
import type { InventedParameters } from '../../passes/grade-of.ts';
import { documentAndBasis, inventedParameters } from '../../passes/grade-of.ts';
import { clauseHeading, clauseSource, clauseWords } from './clause-words.ts';
import { escapeHtml, illustrativeMark, sectionId } from './markup.ts';
import { pageStyle } from './page-style.ts';
import type { SourceSegment, SourceStretch } from './source-segments.ts';
import { dedented, sourceSegments } from './source-segments.ts';
import type { ValueHolder } from './value-table.ts';
import { gradeText, isValueHolder, valueTable } from './value-table.ts';

/** The texts that a module was made of, by file. */
export type PolicySources = ReadonlyMap<string, string>;

/** One file of a document while it is rendered. */
interface Rendering {
  readonly module: Module;
  readonly index: ModuleIndex;
  readonly document: DocumentDeclaration;
  readonly text: string;
  readonly clauses: readonly ClauseDeclaration[];
  readonly holders: readonly ValueHolder[];
  /** Among the values of the document and of all that it rests on. */
  readonly invented: InventedParameters;
  /** The number of each clause, for links. */
  readonly numbers: ReadonlyMap<ClauseDeclaration, number>;
}

/**
 * The document of a module as one page of HTML that needs nothing else: each clause with its quoted text, beside it the
 * rules as the drafter wrote them, and every value with its source and grade. Invented values are marked where they
 * stand and named at the top. All of the text is on the page, in its order.
 *
 * Undefined where the file of the document is not among `sources`.
 */
export function emitHtml(module: Module, sources: PolicySources): string | undefined {
  const document = module.declarations.find(
    (each): each is DocumentDeclaration => each.kind === 'document' && each.id === module.document,
  );
  const text = document && sources.get(document.span.file);
  if (!document || text === undefined) return undefined;
  const own = module.declarations.filter(({ span }) => span.file === document.span.file);
  const clauses = own.filter((each): each is ClauseDeclaration => each.kind === 'clause');
  return page({
    module,
    index: indexModule(module),
    document,
    text,
    clauses,
    holders: own.filter(isValueHolder),
    invented: inventedParameters(module, documentAndBasis(module)),
    numbers: new Map(clauses.map((clause, at) => [clause, at + 1])),
  });
}

function page(rendering: Rendering): string {
  const { document, text } = rendering;
  const body = { start: document.span.end.offset, end: text.length };
  const parts = [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(document.title)}</title><style>${pageStyle}</style></head><body>`,
    header(rendering),
    contents(rendering),
    `<main>${sections(rendering, body)}</main>`,
    '</body></html>',
  ];
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
}

function header({ document, invented: { names } }: Rendering): string {
  const { provenance, effective, issuers } = document;
  const from = effective.from === undefined ? '' : `自 ${printDate(effective.from)}`;
  const to = effective.to === undefined ? '' : ` 至 ${printDate(effective.to)}`;
  const facts: readonly (readonly [string, string])[] = [
    ['标识', escapeHtml(document.id)],
    ['文号', escapeHtml(document.number ?? '')],
    ['地区', escapeHtml(document.place ?? '全国')],
    ['施行', escapeHtml(`${from}${to}`)],
    ['发文机关', escapeHtml(issuers.join('、'))],
    ['等级', gradeText(provenance?.grade, provenance)],
    ['出处', escapeHtml(provenance?.source ?? '')],
  ];
  const rows = facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`);
  const warning =
    names.length === 0
      ? ''
      : `<p class="warning">${illustrativeMark} 本文件用到自拟的数：${escapeHtml(names.join('、'))}。依赖它们的结果不是政策。</p>`;
  return `<header><h1>${escapeHtml(document.title)}</h1>${warning}<dl>${rows.join('')}</dl></header>`;
}

function contents({ clauses, numbers }: Rendering): string {
  if (clauses.length === 0) return '';
  const items = clauses.map(
    (clause) =>
      `<li><a href="#${sectionId(numbers.get(clause) ?? 0)}">${escapeHtml(clauseHeading(clause))}</a></li>`,
  );
  return `<nav aria-labelledby="contents"><h2 id="contents">目录</h2><ol>${items.join('')}</ol></nav>`;
}

function sections(rendering: Rendering, stretch: SourceStretch, depth = 2): string {
  return sourceSegments(rendering.text, stretch, rendering.clauses)
    .map((segment) => section(segment, rendering, depth))
    .join('\n');
}

function section(segment: SourceSegment, rendering: Rendering, depth: number): string {
  if (segment.kind === 'text') return rules(segment, rendering);
  const { clause, body } = segment;
  const id = sectionId(rendering.numbers.get(clause) ?? 0);
  const level = Math.min(depth, 6);
  const heading = `<h${level} id="${id}">${escapeHtml(clauseHeading(clause))}</h${level}>`;
  const said = `<div>${clauseWords(clause)}${clauseSource(clause)}</div>`;
  const inside = body ? sections(rendering, body, depth + 1) : '';
  return `<section aria-labelledby="${id}">${heading}<div class="sides">${said}<div>${inside}</div></div></section>`;
}

/** A stretch of rules as written, and the values in it as tables. */
function rules(stretch: SourceStretch, { text, holders, ...rest }: Rendering): string {
  const written = escapeHtml(dedented(text, stretch)).replace(
    /等级(\s*)示例/gu,
    (_, space: string) => `等级${space}${illustrativeMark}`,
  );
  const inside = holders.filter(
    ({ span }) => stretch.start <= span.start.offset && span.end.offset <= stretch.end,
  );
  return `<pre>${written}</pre>${valueTable(inside, rest)}`;
}
