import type { DayNumber, Span } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { nodesOf } from './ast-nodes.ts';
import type { Citation, DocumentField, File } from './generated/ast.ts';
import { isCitation, isValidity } from './generated/ast.ts';
import type { DocumentHeader } from './tiaoli-document.ts';

type FieldOf<Type extends DocumentField['$type']> = Extract<DocumentField, { $type: Type }>;

/** Reads the header of a file; a file without one goes by its path (and a check says so). */
export function readHeader(file: File, path: string, span: Span): DocumentHeader {
  const number = fieldOf(file, 'NumberField')?.number;
  const jurisdiction = fieldOf(file, 'JurisdictionField');
  const validity = fieldOf(file, 'EffectiveField')?.validity;
  const title = file.document?.name ?? path;
  const from = dayOf(validity?.from);
  const to = dayOf(validity?.until);
  return {
    path,
    id: fieldOf(file, 'IdentifierField')?.identifier ?? (number && normalNumber(number)) ?? title,
    title,
    level: jurisdiction?.level ?? 'nation',
    changes: changesOf(file, from, to),
    span,
    ...(number !== undefined && { number: normalNumber(number) }),
    ...(jurisdiction?.place !== undefined && { place: jurisdiction.place }),
    ...(jurisdiction?.parent !== undefined && { parent: jurisdiction.parent }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

export function fieldOf<Type extends DocumentField['$type']>(
  file: File,
  type: Type,
): FieldOf<Type> | undefined {
  const found = file.document?.fields.find(({ $type }) => $type === type);
  return found as FieldOf<Type> | undefined;
}

/** Days inside the document's validity on which a statement begins, or is over. */
function changesOf(
  file: File,
  from: DayNumber | undefined,
  to: DayNumber | undefined,
): DayNumber[] {
  const days = new Set<DayNumber>();
  for (const node of validities(file)) {
    const start = dayOf(node.from);
    const end = dayOf(node.until);
    if (start !== undefined) days.add(start);
    if (end !== undefined) days.add(end + 1);
  }
  const inside = (day: DayNumber): boolean =>
    (from === undefined || day > from) && (to === undefined || day <= to);
  return [...days].filter(inside).sort((left, right) => left - right);
}

function validities(file: File) {
  const statements = file.elements as readonly AstNode[];
  return statements.flatMap((element) => nodesOf(element).filter(isValidity));
}

function dayOf(text: string | undefined): DayNumber | undefined {
  return text === undefined ? undefined : parseDate(text);
}

/** Every place where the file names another document as its basis: 依据, 据, 特别规定 据, 修改. 废止 is none. */
export function citationsOf(file: File): readonly Citation[] {
  const inHeader = fieldOf(file, 'BasisField')?.sources ?? [];
  const inStatements = file.elements.flatMap((element) => nodesOf(element).filter(isCitation));
  return [...inHeader, ...inStatements];
}

/** 文号 with its brackets and digits in one form: `鲁政办发[2022]第12号` is `鲁政办发〔2022〕12号`. */
export function normalNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[〔[［【(（﹝]/, '〔')
    .replace(/[〕\]］】)）﹞]第?/, '〕');
}
