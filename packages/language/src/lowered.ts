import type { Diagnostic } from '@tiaoli/base';
import type { Module } from '@tiaoli/ir';
import type { Stretch } from './lower/index.ts';
import type { TiaoliDocument } from './tiaoli-document.ts';

/**
 * What lowering gave, or why it could not: errors of the document or of one that it rests on. Warnings beside a module
 * name the documents that were left out of it.
 */
export interface Lowered {
  readonly module?: Module;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a file is made of, or the errors that keep it from being compiled. */
export interface Closure {
  readonly target: TiaoliDocument;
  readonly errors: readonly Diagnostic[];
  readonly stretches: readonly Stretch[];
  readonly leftOut: readonly TiaoliDocument[];
}

/** What was lowered, and of what: it holds for as long as these are the same. */
export interface LoweredStretch {
  readonly documents: readonly TiaoliDocument[];
  readonly leftOut: readonly TiaoliDocument[];
  readonly lowered: Lowered;
}
