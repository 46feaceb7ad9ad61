import type { Diagnostic } from '@tiaoli/base';
import { fieldOf } from '../document-header.ts';
import type { DocumentField, Unseen } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { TiaoliDocument } from '../tiaoli-document.ts';

/** How a blank begins that somebody is still to look for; any other 未见 was looked for, and not found. */
const toFill = /^(?:待填|to fill in)[：:]?\s*/u;

/** What a header leaves blank: the title, and the fields that say 未见 where people have to find it. */
export function blankFields({ file, header }: TiaoliDocument): readonly Diagnostic[] {
  const { title } = header;
  const number = fieldOf(file, 'NumberField');
  const issuer = fieldOf(file, 'IssuerField');
  const jurisdiction = fieldOf(file, 'JurisdictionField');
  const effective = fieldOf(file, 'EffectiveField');
  const isUntitled = toFill.test(title);
  return [
    ...(isUntitled
      ? [finding('blank-to-fill', header.span, { field: '标题', example: '文件「…办法」' })]
      : []),
    ...blank(number, { field: '文号', example: '文号 晋医保发〔2021〕14号', isNeeded: false }),
    ...blank(issuer, { field: '发文机关', example: '发文机关 「…医疗保障局」', isNeeded: false }),
    ...blank(jurisdiction, { field: '层级', example: '层级 省 山西省', isNeeded: true }),
    ...blank(effective, { field: '施行', example: '施行 自 2025-01-01', isNeeded: true }),
  ];
}

interface Blank {
  readonly field: string;
  readonly example: string;
  /** No document goes without it, so that 未见 is never the last word. */
  readonly isNeeded: boolean;
}

function blank(
  node: (DocumentField & { readonly unseen?: Unseen | undefined }) | undefined,
  { field, example, isNeeded }: Blank,
): readonly Diagnostic[] {
  if (!node?.unseen) return [];
  const { reason } = node.unseen;
  if (!isNeeded && !toFill.test(reason)) return [];
  const told = reason.replace(toFill, '');
  const params = { field, example, reason: told === '' ? undefined : told };
  return [finding('blank-to-fill', spanOf(node), params)];
}
