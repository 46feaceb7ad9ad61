import { printDate } from '@tiaoli/base';
import type { PolicyPart, PolicyParts, ValueRow } from '@tiaoli/compiler';
import type { SourceCell } from '@tiaoli/import';
import { cellsOfText, clauseNumber, looksLikeClause } from '@tiaoli/import';
import type { ClauseDeclaration, DocumentDeclaration, Provenance } from '@tiaoli/ir';

/** A policy on paper as plain data, in the order of its text. */
export interface PolicyPaper {
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
}

/** `depth` counts from 1 for the clauses that stand in no other. */
export type PaperBlock =
  | { readonly kind: 'title' | 'number' | 'aside' | 'rule'; readonly text: string }
  | { readonly kind: 'heading' | 'clause'; readonly text: string; readonly depth: number }
  /** `isQuoted`: it begins like a clause and is none. */
  | { readonly kind: 'text'; readonly text: string; readonly isQuoted: boolean }
  | {
      readonly kind: 'grid';
      readonly rows: readonly (readonly SourceCell[])[];
      readonly hasHead: boolean;
    };

/** What a skeleton calls the clauses that its source has no name for. */
const unnamed = /^(?:开头|正文|表\d+之后)$/u;
/** Why an imported clause holds no rules yet: nothing that a reader has to know. */
const notYet = /^(?:导入后|表格)还没有编码/u;

/** The document with its clauses, their words and sources, every value in a table, and the rules as they were written. */
export function policyPaper({ document, parts }: PolicyParts): PolicyPaper {
  const { title } = document;
  const opening = parts.flatMap((part) => (part.kind === 'clause' ? part.clause.text : []));
  // What was imported brings the lines of its own head.
  const bringsTitle = opening.join('').replace(/\s/gu, '').includes(title.replace(/\s/gu, ''));
  const head: readonly PaperBlock[] = [
    { kind: 'title', text: title },
    ...(document.number === undefined ? [] : [{ kind: 'number' as const, text: document.number }]),
    { kind: 'aside', text: factsText(document) },
    ...asides(document.provenance),
  ];
  return {
    title,
    blocks: [
      ...(bringsTitle ? [] : head),
      ...parts.flatMap((part) => partBlocks(part, 1, document)),
    ],
  };
}

function factsText({ place, effective, issuers, id }: DocumentDeclaration): string {
  const from = effective.from === undefined ? '' : `自 ${printDate(effective.from)}`;
  const to = effective.to === undefined ? '' : ` 至 ${printDate(effective.to)}`;
  const facts: readonly (readonly [string, string])[] = [
    ['标识', id],
    ['地区', place ?? '全国'],
    ['施行', `${from}${to}`],
    ['发文机关', issuers.join('、')],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}：${value}`)
    .join('　');
}

function partBlocks(
  part: PolicyPart,
  depth: number,
  document: DocumentDeclaration,
): readonly PaperBlock[] {
  if (part.kind === 'rules') return ruleBlocks(part);
  const { clause, parts } = part;
  return [
    ...wordBlocks(part, depth, document),
    ...asides(clause.provenance),
    ...statusBlocks(clause),
    ...parts.flatMap((each) => partBlocks(each, depth + 1, document)),
  ];
}

function wordBlocks(
  { clause: { path, text }, parts }: Extract<PolicyPart, { readonly kind: 'clause' }>,
  depth: number,
  document: DocumentDeclaration,
): readonly PaperBlock[] {
  const label = path.at(-1) ?? '';
  const rows = text.map(cellsOfText);
  const isTable = rows.length > 0 && rows.every((row) => row !== undefined);
  if (isTable && /^表\d+$/u.test(label))
    return [{ kind: 'grid', rows: rows.filter((row) => row !== undefined), hasHead: false }];
  if (unnamed.test(label) && text.length > 0)
    return text.map((each) => openingBlock(each, document));
  const number = clauseNumber(label);
  if (number === undefined) {
    return [{ kind: 'heading', text: label, depth }, ...text.map(textBlock)];
  }
  const [first = '', ...rest] = text;
  const holds = parts.some(({ kind }) => kind === 'clause');
  const isHeading = holds && first !== '' && !/[。；！？：，;:,]$/u.test(first);
  return [
    {
      kind: isHeading ? 'heading' : 'clause',
      text: `${number}${gap(number, first)}${first}`,
      depth,
    },
    ...rest.map(textBlock),
  ];
}

/** 第一条 stands apart from its words; 1. does from a figure, which would make another number of it. */
function gap(label: string, text: string): string {
  if (text === '') return '';
  if (/^第/u.test(label) || /^附/u.test(label)) return '　';
  return /[.．\d]$/u.test(label) ? ' ' : '';
}

function textBlock(text: string): PaperBlock {
  return { kind: 'text', text, isQuoted: looksLikeClause(text) };
}

/** The lines of the head of an imported document: its title and its number look like what they are. */
function openingBlock(text: string, { title, number }: DocumentDeclaration): PaperBlock {
  if (text === title) return { kind: 'title', text };
  return text === number ? { kind: 'number', text } : textBlock(text);
}

const markNames = { inferred: '推定', approximate: '约', paraphrased: '转述' } as const;

/** Where it was read, and how sure that is. */
function asides(noted: Provenance | undefined): readonly PaperBlock[] {
  if (noted?.source === undefined) return [];
  const sure = gradeWords(noted.grade, noted);
  return [{ kind: 'aside', text: `出处：${noted.source}${sure === '' ? '' : `（${sure}）`}` }];
}

function gradeWords(grade: Provenance['grade'], noted: Provenance | undefined): string {
  const marks = (noted?.marks ?? []).map((mark) => markNames[mark]);
  const own =
    grade === 'illustrative' ? ['示例·不是政策'] : grade === undefined ? [] : [`等级 ${grade}`];
  return [...own, ...marks].join(' ');
}

const statusNames = { note: '说明', uncoded: '未编码', inexpressible: '无法表达' } as const;

function statusBlocks({ status, reason }: ClauseDeclaration): readonly PaperBlock[] {
  if (status === 'rules' || reason === undefined || notYet.test(reason)) return [];
  return [{ kind: 'aside', text: `${statusNames[status]}：${reason}` }];
}

function ruleBlocks({
  lines,
  values,
}: Extract<PolicyPart, { readonly kind: 'rules' }>): readonly PaperBlock[] {
  const written = lines.filter((line) => line.trim() !== '');
  // Remarks alone, as a skeleton has them, are for whoever encodes.
  if (written.every((line) => line.trimStart().startsWith('//'))) return [];
  const rules = written.map((text): PaperBlock => ({ kind: 'rule', text }));
  return values.length === 0 ? rules : [...rules, valueGrid(values)];
}

function valueGrid(values: readonly ValueRow[]): PaperBlock {
  const head = ['参数', '有效', '取值', '等级', '出处'];
  const rows = values.map(({ name, period, value, isDerived, grade, noted }) => [
    name,
    period,
    `${value}${isDerived ? '（用到示例值）' : ''}`,
    gradeWords(grade, noted),
    noted?.source ?? '',
  ]);
  const cell = (text: string): SourceCell => ({ kind: 'cell', lines: text === '' ? [] : [text] });
  return { kind: 'grid', rows: [head, ...rows].map((row) => row.map(cell)), hasHead: true };
}
