'use client';

import { Button } from 'antd';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { localeOf } from '../../../i18n/locale.ts';
import { Notice } from '../../shell/notice.tsx';
import type { SessionTexts } from '../session/editor-session.ts';
import type { StartedEditor } from '../session/session-starter.ts';
import { startEditor } from '../session/session-starter.ts';
import { Opening } from './opening.tsx';
import { Workbench } from './workbench.tsx';

/** Starts what is behind the editor, and shows it when it is there. */
export function EditorRoot() {
  const t = useTranslations('editor');
  const language = localeOf(useLocale());
  const [started, setStarted] = useState<StartedEditor | 'failed'>();
  const texts = useMemo((): SessionTexts => {
    const rename = {
      nothingHere: t('renameNothing'),
      serverAway: t('renameAway'),
      readOnlyTexts: t('renameReadOnly'),
    };
    const away = { title: t('serverAwayTitle'), detail: t('serverAwayDetail'), isPassing: true };
    return { rename, serverAway: away };
  }, [t]);
  const start = useCallback(() => {
    setStarted((now) => (now === 'failed' ? undefined : now));
    startEditor(language, texts).then(
      (editor) => {
        editor.setTexts(language, texts);
        setStarted(editor);
      },
      () => setStarted('failed'),
    );
  }, [language, texts]);
  useEffect(start, [start]);
  if (started === undefined) return <Opening />;
  if (started === 'failed') {
    return (
      <Notice title={t('openFailedTitle')} text={t('openFailedText')}>
        <Button type="primary" onClick={start}>
          {t('tryAgain')}
        </Button>
      </Notice>
    );
  }
  return <Workbench session={started.session} host={started.host} />;
}
