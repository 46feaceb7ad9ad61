import type { Validity as Days } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import type { Validity } from '../generated/ast.ts';
import { isAmendment } from '../generated/ast.ts';
import type { TiaoliDocument } from '../tiaoli-document.ts';

/** 自 d [至 d] as days; open at both ends without it. */
export function lowerValidity(validity: Validity | undefined): Days {
  const from = validity && parseDate(validity.from);
  const to = validity?.until === undefined ? undefined : parseDate(validity.until);
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** The validity of a statement: its own 自 …, else that of the 修改 in which it stands. */
export function statementValidity(node: AstNode & { readonly validity?: Validity }): Days {
  const amendment = node.validity ? undefined : AstUtils.getContainerOfType(node, isAmendment);
  return lowerValidity(node.validity ?? amendment?.validity);
}

/** What a lower document sets or changes for others holds while the document does. */
export function ownOrDocument(
  own: Validity | undefined,
  { document }: { readonly document: TiaoliDocument },
): Days {
  const { from, to } = document.header;
  const whole = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  return { ...whole, ...lowerValidity(own) };
}
