import type { Span } from '@tiaoli/base';
import { AstUtils } from 'langium';
import { clauseStatus } from '../clause-counts.ts';
import type { Annotation, Article } from '../generated/ast.ts';
import { isArticle } from '../generated/ast.ts';
import type { LinkedFile } from '../link-documents.ts';
import { spanOf } from '../span-of.ts';
import { spell } from '../syntax/spellings.ts';

/** A clause with its legal text. */
export interface Clause {
  /** `「重点救助对象」`, `第五条`; nested ones joined by a space. */
  readonly name: string;
  readonly span: Span;
  /** Quoted legal text, a paragraph each. */
  readonly text: readonly string[];
  readonly status: 'rules' | 'note' | 'uncoded' | 'inexpressible';
  readonly reason?: string;
  readonly source: SourceNotes;
}

/** 出处, 等级 and marks as written, marks and grades in the words of the language. */
export interface SourceNotes {
  readonly source?: string;
  /** `A` … `D`, `示例`. */
  readonly grade?: string;
  /** 推定, 约, 转述. */
  readonly marks: readonly string[];
}

/** The clauses of a document, nested ones behind the one that holds them. */
export function clausesOf({ open }: LinkedFile): readonly Clause[] {
  return AstUtils.streamAst(open.file)
    .filter(isArticle)
    .filter(({ number }) => number !== undefined)
    .map(clauseOf)
    .toArray();
}

export function clauseOf(article: Article): Clause {
  const { text, annotations } = article;
  return {
    name: clausePath(article).join(' '),
    span: spanOf(article),
    text: [...text],
    ...clauseStatus(article),
    source: notesOf(annotations),
  };
}

/** The clause and those around it, outermost first, as a reader writes them. */
export function clausePath(article: Article): readonly string[] {
  const path: string[] = [];
  let each: Article | undefined = article;
  while (each) {
    path.unshift(/^第.+[条款项]$/u.test(each.number) ? each.number : `「${each.number}」`);
    each = each.$container && AstUtils.getContainerOfType(each.$container, isArticle);
  }
  return path;
}

/** What is written of the source behind a statement, a clause or a version. */
export function notesOf(annotations: readonly Annotation[]): SourceNotes {
  const source = annotations.find((each) => each.$type === 'SourceNote')?.source;
  const grade = annotations.find((each) => each.$type === 'GradeNote')?.grade;
  const marks = annotations.flatMap((each) =>
    each.$type === 'MarkNote' && each.mark !== undefined ? [spell(each.mark, 'zh')] : [],
  );
  return {
    ...(source !== undefined && { source }),
    ...(grade !== undefined && { grade: spell(grade, 'zh') }),
    marks,
  };
}
