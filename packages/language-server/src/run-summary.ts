import type { TextLanguage } from '@tiaoli/base';
import type { ExampleResult } from '@tiaoli/settlement';

/** `✓ 3 项相符`, `✗ 2 项不符`. */
export function runSummary(
  { passed, comparisons, problems }: ExampleResult,
  language: TextLanguage,
): string {
  const agreeing = comparisons.filter(({ agrees }) => agrees).length;
  if (passed) return language === 'zh' ? `✓ ${agreeing} 项相符` : `✓ ${agreeing} agree`;
  const differing = comparisons.length - agreeing;
  if (differing > 0) return language === 'zh' ? `✗ ${differing} 项不符` : `✗ ${differing} differ`;
  const [problem] = problems;
  const unknown = { zh: '没有结果', en: 'no result' };
  return `✗ ${(problem ?? unknown)[language]}`;
}
