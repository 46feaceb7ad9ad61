import { FormOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { comparisonHref } from '../../comparisons/comparisons-address.ts';
import { useEditor } from '../../editor/page/editor-context.tsx';
import { InForceMarks } from '../../editor/page/in-force-marks.tsx';
import { LiveRegion, ProblemCount } from '../../editor/page/problem-count.tsx';
import lines from '../../editor/page/status-line.module.css';
import { useStore } from '../../editor/state/use-store.ts';
import type { DraftCompany, DraftText } from '../../workflow/answers.ts';

interface DraftStatusProps {
  readonly draft: DraftText;
  readonly inForce: DraftCompany['own'];
  readonly said: string;
  readonly isReadOnly: boolean;
  readonly onHelp: () => void;
}

/** Below the text: its problems, how far it is from what is in force, and where the cursor is. */
export function DraftStatus({ draft, inForce, said, isReadOnly, onHelp }: DraftStatusProps) {
  const t = useTranslations('editor');
  const { host } = useEditor();
  const { lineNumber: line, column } = useStore(host.cursor);
  const before = useMemo(
    () => inForce && { reference: inForce.effectiveFrom, text: inForce.text },
    [inForce],
  );
  const format = (): void => {
    host.editor.focus();
    host.editor.trigger('page', 'editor.action.formatDocument', {});
  };
  return (
    <footer className={lines.line}>
      <ProblemCount />
      <InForceMarks
        inForce={before}
        href={comparisonHref({ document: draft.documentId, reform: `draft ${draft.id}` })}
      />
      <span className={lines.rest} data-testid="said">
        {said}
      </span>
      <span className={lines.position}>{t('position', { line, column })}</span>
      <Button
        size="small"
        type="text"
        icon={<FormOutlined aria-hidden />}
        disabled={isReadOnly}
        onClick={format}
        title={t('withKey', { what: t('format'), key: 'Shift+Alt+F' })}
      >
        {t('format')}
      </Button>
      <Button
        size="small"
        type="text"
        icon={<QuestionCircleOutlined aria-hidden />}
        onClick={onHelp}
        title={t('withKey', { what: t('help'), key: 'F1' })}
      >
        {t('help')}
      </Button>
      <LiveRegion said={said} />
    </footer>
  );
}
