import type { Validity as Days } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import type { Validity } from '../generated/ast.ts';

/** 自 d [至 d] as days; open at both ends without it. */
export function lowerValidity(validity: Validity | undefined): Days {
  const from = validity && parseDate(validity.from);
  const to = validity?.until === undefined ? undefined : parseDate(validity.until);
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
