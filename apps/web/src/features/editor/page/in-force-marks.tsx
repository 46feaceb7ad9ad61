import type { DifferingLines } from '@tiaoli/language-server';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useEditor } from './editor-context.tsx';
import styles from './in-force-marks.module.css';
import type { InForce } from './use-in-force.ts';
import { useDifferingLines } from './use-in-force.ts';

/** Marks beside the lines that are others than in the version in force, and says how many stretches there are. */
export function InForceMarks({
  inForce,
  href,
}: {
  readonly inForce: InForce | undefined;
  /** Where both are compared. */
  readonly href: string | undefined;
}) {
  const t = useTranslations('editor');
  const { host } = useEditor();
  const lines = useDifferingLines(inForce);
  useEffect(() => {
    const marks = host.editor.createDecorationsCollection(
      lines.map((each) => ({
        range: rangeOf(each),
        options: { linesDecorationsClassName: `${styles.mark} ${styles[each.kind]}` },
      })),
    );
    return () => marks.clear();
  }, [host, lines]);
  if (!inForce || href === undefined || lines.length === 0) return null;
  return (
    <Link
      href={href}
      prefetch={false}
      title={t('inForceTitle', { reference: inForce.reference })}
      data-testid="in-force"
    >
      {t('inForceDiffers', { count: lines.length })}
    </Link>
  );
}

/** Lines that went leave no line: the mark stands at the one that follows. */
function rangeOf({ from, to }: DifferingLines) {
  const [first, last] = [from + 1, Math.max(from + 1, to)];
  return { startLineNumber: first, startColumn: 1, endLineNumber: last, endColumn: 1 };
}
