import type { Validity, YearStart } from '@tiaoli/base';
import type { Module } from './module.ts';

/**
 * A Module bound to a jurisdiction and to governing dates: no `parameter`, no `dated` is left in its definitions.
 *
 * Definitions stand in evaluation order; `declarations` keep what belongs to the jurisdiction. The program holds for
 * every claim whose dates lie in `validity`.
 */
export interface Program extends Omit<Module, 'document'> {
  readonly document: string;
  /** The place for which it was bound, and the places above it, lowest first. */
  readonly jurisdiction: readonly string[];
  /** For each governing date (input id, or `on`): the stretch of days that gives this same program. */
  readonly validity: Readonly<Record<string, Validity>>;
  readonly yearStart: YearStart;
}
