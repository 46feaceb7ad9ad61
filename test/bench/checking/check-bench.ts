import type { LanguageWorkspace, Source } from '@tiaoli/language';
import { createLanguageWorkspace } from '@tiaoli/language';
import { cpuMillis, median } from '../measure.ts';
import type { Row } from '../row.ts';
import {
  commonPath,
  countDefinitions,
  largeDocument,
  letters,
  readPassages,
  readSource,
} from './repeat-policies.ts';

/** An ordinary document, and what it rests on besides the common definitions. */
const ordinaryPath = 'policies/shanxi/taiyuan/resident-inpatient-2023.tiaoli';
const provincePath = 'policies/shanxi/resident-critical-illness.tiaoli';

/** Opening and checking documents of real text, and checking again after an edit. */
export async function checkRows(): Promise<readonly Row[]> {
  const passages = readPassages();
  const medium = { path: 'medium', text: largeDocument(passages, shape('x', 300)) };
  const large = { path: 'large', text: largeDocument(passages, shape('x', 2000)) };
  const many = manyDocuments(100, 200);
  const rows = [
    await openRow('check-2000', [large], 5),
    await openRow('check-20000', many, 1, 20_000),
    await editRow('edit-300', 'one edit in a document of 300 definitions', [medium]),
    await editRow('edit-2000', 'one edit in a document of 2,000 definitions', [large]),
  ];
  const ordinary = [readSource(ordinaryPath), readSource(provincePath), ...many];
  const inMany = 'one edit in an ordinary document, with the 100 of 20,000 definitions open';
  return [...rows, await editRow('edit-ordinary', inMany, ordinary, 100), await refusedRow()];
}

/** What cannot be a policy is refused before the parser, in a moment. */
async function refusedRow(): Promise<Row> {
  const operands = Array(100_000).fill('1元').join(' + ');
  const text = `语言 1\n文件「例」 { 标识 x； 层级 国家； 施行 自 2023-01-01； }\n定义 甲：金额 = ${operands}；\n`;
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const language = createLanguageWorkspace();
    const before = cpuMillis();
    await language.update([{ path: 'operands', text }]);
    times.push(cpuMillis() - before);
    const [found] = language.findings().filter(({ severity }) => severity === 'error');
    if (found?.code !== 'too-many-operands') throw new Error(`not refused: ${found?.code}`);
  }
  return {
    id: 'check-refused',
    what: 'refuse a statement of 100,000 operands',
    amount: median(times),
    floor: { of: 'amount', bound: 'at-most', limit: 4000, aim: 1000 },
  };
}

/** Every tenth document rests on the common one alone, the nine after it on that one too. */
function manyDocuments(count: number, definitions: number): readonly Source[] {
  const passages = readPassages();
  return Array.from({ length: count }, (_, index) => {
    const lead = index - (index % 10);
    const basis = index === lead ? '公共定义' : nameOf(lead);
    const text = largeDocument(passages, { ...shape(nameOf(index), definitions), basis });
    return { path: nameOf(index), text };
  });
}

function nameOf(index: number): string {
  return `x${letters(index)}`;
}

function shape(id: string, definitions: number) {
  return { id, definitions, basis: '公共定义' };
}

async function openRow(
  id: string,
  sources: readonly Source[],
  rounds: number,
  limit?: number,
): Promise<Row> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = cpuMillis();
    const language = createLanguageWorkspace();
    await language.update([readSource(commonPath), ...sources]);
    assertClean(language);
    times.push(cpuMillis() - before);
  }
  const definitions = sources.reduce((sum, { text }) => sum + countDefinitions(text), 0);
  const documents = sources.length === 1 ? 'one document' : `${sources.length} documents`;
  return {
    id,
    what: `open and check ${definitions.toLocaleString('en')} definitions in ${documents}`,
    amount: median(times),
    ...(limit !== undefined && { floor: { of: 'amount', bound: 'at-most', limit } }),
  };
}

const edits = 11;

/** Edits of the first source: one amount in its text changes, back and forth. */
async function editRow(
  id: string,
  what: string,
  sources: readonly Source[],
  limit?: number,
): Promise<Row> {
  const [first] = sources;
  if (!first) throw new Error('no document to edit');
  const language = createLanguageWorkspace();
  await language.update([readSource(commonPath), ...sources]);
  assertClean(language);
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const text = edit % 2 === 0 ? first.text.replace('1000元', '1100元') : first.text;
    const before = cpuMillis();
    await language.update([{ path: first.path, text }]);
    assertClean(language);
    times.push(cpuMillis() - before);
  }
  return {
    id,
    what,
    amount: median(times),
    ...(limit !== undefined && { floor: { of: 'amount', bound: 'at-most', limit } }),
  };
}

/** The text is right, so all of it is looked at; errors would let checks stop early. */
function assertClean(language: LanguageWorkspace): void {
  const error = language.findings().find(({ severity }) => severity === 'error');
  if (error) throw new Error(`${error.span.file}:${error.span.start.line} ${error.message.en}`);
}
