import type { ValueType } from '@tiaoli/ir';
import type { CodeKind } from './code.ts';

/** How values of a type are held, numbers as doubles unless they may be too large. */
export function kindOfType(type: ValueType): CodeKind {
  switch (type.kind) {
    case 'boolean':
    case 'text':
    case 'set':
      return type.kind;
    case 'enumeration':
      return 'index';
    default:
      return 'number';
  }
}
