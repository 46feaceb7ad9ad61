import type { Entity } from '../generated/ast.ts';

/** True for the block that says what an entity is, as against one that only adds fields to it. */
export function isDefining({ parent, keys, period, most }: Entity): boolean {
  return parent !== undefined || keys.length > 0 || period !== undefined || most !== undefined;
}
