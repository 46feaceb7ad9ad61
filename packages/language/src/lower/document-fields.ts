import type { Rounding, YearStart } from '@tiaoli/base';
import type { Annotation, DocumentField } from '../generated/ast.ts';
import type { TiaoliDocument } from '../tiaoli-document.ts';
import { lowerRounding } from './statement.ts';

type FieldOf<Type extends DocumentField['$type']> = Extract<DocumentField, { $type: Type }>;

export function documentField<Type extends DocumentField['$type']>(
  { file }: TiaoliDocument,
  type: Type,
): FieldOf<Type> | undefined {
  return file.document?.fields.find((field): field is FieldOf<Type> => field.$type === type);
}

/** 出处, 等级 and marks of the header, in however many statements they stand. */
export function documentAnnotations({ file }: TiaoliDocument): readonly Annotation[] {
  const fields = file.document?.fields ?? [];
  return fields.flatMap((field) => (field.$type === 'AnnotationField' ? field.annotations : []));
}

/** 取整 of the header; to the fen, half away from zero, where it says nothing (a check asks for it). */
export function documentRounding(document: TiaoliDocument): Rounding {
  const field = documentField(document, 'RoundingField');
  return field ? lowerRounding(field.mode) : { mode: 'half-away-from-zero', unit: '1' };
}

/** 年度 自 of the header; 1 January where it says nothing. */
export function documentYearStart(document: TiaoliDocument): YearStart {
  const start = documentField(document, 'YearField')?.start ?? '1月1日';
  const [, month = '1', day = '1'] = /(\d+)月(\d+)日/.exec(start) ?? [];
  return { month: Number(month), day: Number(day) };
}
