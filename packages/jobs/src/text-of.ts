import type { Diagnostic, LocalText } from '@tiaoli/base';

/** Findings as the sentences that a job tells: what, and what to do. */
export function textOf(diagnostics: readonly Diagnostic[]): LocalText {
  const texts = diagnostics.map(({ message, hint }) => ({
    zh: `${message.zh}${hint?.zh ?? ''}`,
    en: `${message.en} ${hint?.en ?? ''}`.trim(),
  }));
  return {
    zh: texts.map(({ zh }) => zh).join(''),
    en: texts.map(({ en }) => en).join(' '),
  };
}
