import type { LocalText, Span } from '@tiaoli/base';
import { printName } from '../syntax/names.ts';
import type { NameRow } from './name-uses.ts';
import { conflictOf } from './rename-conflicts.ts';
import type { EditorSymbol, SymbolKind } from './symbol.ts';
import type { LinkedFiles } from './symbols.ts';
import { nameAt, rowsOf, symbolOf } from './symbols.ts';

/** One stretch of one file that becomes another text. */
export interface TextChange {
  readonly span: Span;
  readonly text: string;
}

/** What a rename does, or why it cannot be done. */
export type Renaming =
  | { readonly kind: 'changes'; readonly changes: readonly TextChange[] }
  | { readonly kind: 'refused'; readonly reason: LocalText };

/** The name that can be changed at a cursor, or why there is none. */
export type RenameTarget =
  | { readonly kind: 'target'; readonly span: Span; readonly name: string }
  | { readonly kind: 'refused'; readonly reason: LocalText };

/** Whether what stands at `offset` can be given another name. */
export function renameTarget(path: string, offset: number, files: LinkedFiles): RenameTarget {
  const name = nameAt(path, offset, files);
  if (name === undefined) {
    return refused('这里没有可以改的名称', 'no name that can be changed stands here');
  }
  const reason = fixedBecause(name, symbolOf(name, files));
  if (reason) return { kind: 'refused', reason };
  return { kind: 'target', span: name.span, name: name.written };
}

/**
 * The changes in all open files that give the thing at `offset` the name `wanted`; 「」 are put where the name needs them,
 * and places that use the 别名 stay as they are. Refused where the text would mean something else afterwards.
 */
export function rename(path: string, offset: number, wanted: string, files: LinkedFiles): Renaming {
  const target = renameTarget(path, offset, files);
  const row = nameAt(path, offset, files);
  if (target.kind === 'refused' || row === undefined) return target as Renaming;
  const name = wanted
    .normalize('NFKC')
    .trim()
    .replace(/^「(.*)」$/, '$1');
  const reason = invalidBecause(name);
  if (reason) return { kind: 'refused', reason };
  if (name === row.name) return { kind: 'changes', changes: [] };
  if (namesOfCalculator.has(name)) {
    return refused(
      `计算时按“${name}”这个名称取数，不能给别的用`,
      `the calculator finds a value by the name “${name}”, nothing else can have it`,
    );
  }
  const symbol = symbolOf(row, files);
  const conflict = conflictOf(symbol, name, files);
  if (conflict) return { kind: 'refused', reason: conflict };
  const rows = rowsOf(symbol, files).filter((each) => isWrittenByName(each, symbol));
  const changes = rows.map((each) => changeOf(each, name, files));
  const spoiled = changes.find(({ text }) => text === undefined);
  if (spoiled) {
    const { file, start } = spoiled.span;
    return refused(
      `新名称要写在「」里，而 ${file} 第 ${start.line} 行的“情形”后面不能以「」开头；换一个不需要「」的名称`,
      `the new name needs 「」, and a case cannot begin with them (${file}, line ${start.line}); choose a name that needs none`,
    );
  }
  return { kind: 'changes', changes: changes as readonly TextChange[] };
}

function refused(zh: string, en: string): { kind: 'refused'; reason: LocalText } {
  return { kind: 'refused', reason: { zh, en } };
}

/** Kinds that have no name of their own to change. */
const fixedKinds: Readonly<Partial<Record<SymbolKind, LocalText>>> = {
  builtin: {
    zh: '这是语言自带的名称，不能改',
    en: 'this is a name of the language itself, it cannot be changed',
  },
  document: {
    zh: '文件的名称在它的抬头里改：引用可以写标识、文号或标题，它们不一定跟着变',
    en: 'the title of a document is changed in its header: it is cited by identifier, number or title',
  },
  place: {
    zh: '地名写在各文件的抬头里，不能在这里改',
    en: 'places are named in the headers of documents, they cannot be changed here',
  },
};

/** Names by which a case and the calculator find what they need: the claim, its date, its parts, the payers. */
const namesOfCalculator: ReadonlySet<string> = new Set([
  '参保人',
  '家庭',
  '结算',
  '明细',
  '支付方',
  '结算日期',
  '就诊号',
  '住院号',
  '医疗费总额',
  '合规费用',
  '全自费',
  '超限价',
  '先行自付',
]);

function fixedBecause(row: NameRow, symbol: EditorSymbol): LocalText | undefined {
  const fixed = fixedKinds[row.kind];
  if (fixed) return fixed;
  if (symbol.declarations.length === 0) {
    return {
      zh: `没有打开声明“${row.name}”的文件，不能改它的名称`,
      en: `the document that declares “${row.name}” is not open, so its name cannot be changed`,
    };
  }
  if (row.role === 'alias' || (row.written === symbol.alias && row.written !== symbol.name)) {
    return {
      zh: `“${row.written}”是“${row.name}”的别名，别名在声明的地方改`,
      en: `“${row.written}” is the alias of “${row.name}”; an alias is changed where it is declared`,
    };
  }
  if (namesOfCalculator.has(row.name) && row.kind !== 'label' && row.kind !== 'clause') {
    return {
      zh: `计算时按“${row.name}”这个名称取数，不能改`,
      en: `the calculator finds “${row.name}” by its name, so it cannot be changed`,
    };
  }
  const isNumbered = row.kind === 'clause' && /^第.+[条款项]$/u.test(row.name);
  return isNumbered
    ? { zh: '条款序号随文件，不是名称', en: 'the number of a clause is no name' }
    : undefined;
}

function invalidBecause(name: string): LocalText | undefined {
  if (name === '') return { zh: '名称不能为空', en: 'a name cannot be empty' };
  if (/[「」『』"“”＂‘’`\p{C}\p{Zl}\p{Zp}]/u.test(name)) {
    return {
      zh: '名称里不能有引号、换行和看不见的字符',
      en: 'a name holds no quotes, no line ends and no invisible characters',
    };
  }
  return [...name].length > 100
    ? { zh: '名称不能超过100个字', en: 'a name has at most 100 characters' }
    : undefined;
}

/** Not by its 别名, which stays. */
function isWrittenByName({ role, written }: NameRow, { alias, name }: EditorSymbol): boolean {
  return role !== 'alias' && (written !== alias || written === name);
}

/** Quoted names stay quoted; a bare one gets 「」 where the new name needs them. No text: it cannot be written there. */
function changeOf(
  { span, quotes }: NameRow,
  name: string,
  files: LinkedFiles,
): { readonly span: Span; readonly text: string | undefined } {
  if (quotes !== '') return { span, text: name };
  const text = files.get(span.file)?.open.text ?? '';
  const isGlued = /[\p{L}\p{N}_]/u.test(
    text.charAt(span.start.offset - 1) + text.charAt(span.end.offset),
  );
  const bare = printName(name);
  const written = isGlued && bare === name ? `「${name}」` : bare;
  const isLabel = written !== name && /(?:情形|case)\s*$/.test(text.slice(0, span.start.offset));
  return { span, text: isLabel ? undefined : written };
}
