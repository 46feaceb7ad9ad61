import type { Diagnostic } from '@tiaoli/base';
import type { Module } from '@tiaoli/ir';
import type { TiaoliDocument } from '../tiaoli-document.ts';

/** Lowers a document with what it rests on and what sets its parameters. */
export function lowerDocument(
  _target: TiaoliDocument,
  _closure: readonly TiaoliDocument[],
): { module?: Module; diagnostics: readonly Diagnostic[] } {
  return { diagnostics: [] };
}
