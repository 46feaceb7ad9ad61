import { Button } from 'antd';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { editorOptions } from '../monaco/editor-options.ts';
import type { EditorSession } from '../session/editor-session.ts';
import styles from './comparison-view.module.css';
import { useFolderEditor } from './editor-context.tsx';

/** Two texts of one document. To merge by hand, the right one is the document itself and can be edited. */
export interface Comparison {
  readonly kind: 'outside' | 'merge' | 'draft';
  readonly path: string;
  readonly left: string;
  readonly right: string;
}

const narrow = 900;

/** Shows two texts side by side over the editor, one below the other where there is no room. */
export function ComparisonView({
  comparison,
  onClose,
}: {
  readonly comparison: Comparison;
  readonly onClose: () => void;
}) {
  const t = useTranslations('editor');
  const { session, announce } = useFolderEditor();
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<editor.IStandaloneDiffEditor>(undefined);
  const { kind, path } = comparison;
  useEffect(() => {
    if (!place.current) return;
    const diff = showDifference(session, place.current, comparison);
    shown.current = diff.view;
    return diff.end;
  }, [session, comparison]);
  const finish = (): void => {
    session.documents.mergedByHand(path);
    announce(t('mergedAnnounce'));
    onClose();
  };
  const texts = {
    outside: t('compareOutside'),
    merge: t('compareMerge'),
    draft: t('compareDraft'),
  };
  return (
    <section className={styles.comparison} aria-label={texts[kind]} data-testid="comparison">
      <div className={styles.head}>
        <p>{texts[kind]}</p>
        <Button size="small" onClick={() => shown.current?.goToDiff('previous')}>
          {t('previousDifference')}
        </Button>
        <Button size="small" onClick={() => shown.current?.goToDiff('next')}>
          {t('nextDifference')}
        </Button>
        {kind === 'merge' && (
          <Button size="small" type="primary" onClick={finish}>
            {t('finishMerge')}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {t('back')}
        </Button>
      </div>
      <div ref={place} className={styles.texts} />
    </section>
  );
}

function showDifference(
  { monaco, documents }: EditorSession,
  place: HTMLElement,
  { kind, path, left, right }: Comparison,
) {
  const { editor: factory } = monaco;
  const original = factory.createModel(left, 'tiaoli');
  const own = kind === 'merge' ? documents.ensure(path) : undefined;
  const modified = own ?? factory.createModel(right, 'tiaoli');
  const view = factory.createDiffEditor(place, {
    ...editorOptions,
    ...{ readOnly: own === undefined, originalEditable: false, renderMarginRevertIcon: false },
    ...{ useInlineViewWhenSpaceIsLimited: true, renderSideBySideInlineBreakpoint: narrow },
    ...{ inlayHints: { enabled: 'off' }, codeLens: false, stickyScroll: { enabled: false } },
    hideUnchangedRegions: { enabled: true },
  });
  view.setModel({ original, modified });
  view.getModifiedEditor().focus();
  return {
    view,
    end: () => {
      view.dispose();
      original.dispose();
      if (!own) modified.dispose();
    },
  };
}
