import type { LocalText, TextLanguage } from '@tiaoli/base';
import type { Slicing } from '@tiaoli/diff';
import type { BehaviourComparison, VersionComparison } from '@tiaoli/workspace';

/** What every part of the page needs. */
export interface PageContext {
  readonly language: TextLanguage;
  readonly say: (text: LocalText) => string;
  readonly behaviour: BehaviourComparison;
  readonly slicing: Slicing;
  readonly comparison?: VersionComparison;
}
