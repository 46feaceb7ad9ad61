import type { DocumentDeclaration } from '@tiaoli/ir';
import type { TiaoliDocument } from '../tiaoli-document.ts';
import {
  documentAnnotations,
  documentField,
  documentRounding,
  documentYearStart,
} from './document-fields.ts';
import { keywordLanguageOf } from './keyword-language.ts';
import type { LowerContext } from './lower-context.ts';
import { provenanceOf } from './provenance-of.ts';

/** 文件 { … }. */
export function lowerDocumentHeader(context: LowerContext, document: TiaoliDocument): void {
  const { header } = document;
  const { from, to } = header;
  const provenance = provenanceOf(documentAnnotations(document));
  const declaration: DocumentDeclaration = {
    id: document.id,
    name: header.title,
    document: document.id,
    span: header.span,
    ...(provenance && { provenance }),
    kind: 'document',
    title: header.title,
    ...(header.number !== undefined && { number: header.number }),
    level: header.level,
    ...(header.place !== undefined && { place: header.place }),
    ...(header.parent !== undefined && { parent: header.parent }),
    effective: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
    issuers: documentField(document, 'IssuerField')?.issuers ?? [],
    basis: document.basis,
    rounding: documentRounding(document),
    yearStart: documentYearStart(document),
    keywords: keywordLanguageOf(document),
  };
  context.declarations.push(declaration);
}
