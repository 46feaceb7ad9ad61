import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../editor/page/use-shortcuts.ts';
import styles from './palette.module.css';

const PaletteDialog = dynamic(
  () => import('./palette-dialog.tsx').then((module) => module.PaletteDialog),
  { ssr: false },
);

/** The way to everything that has a name, by a button or Ctrl+K; the dialog is loaded when it is wanted first. */
export function PaletteButton({ hasStore }: { readonly hasStore: boolean }) {
  const t = useTranslations('palette');
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never');
  const focusAfter = useRef<Element | null>(null);
  const open = (): void => {
    if (state !== 'open') focusAfter.current = document.activeElement;
    setState('open');
  };
  const close = (isLeaving: boolean): void => {
    if (isLeaving) focusAfter.current = document.getElementById('content');
    setState('closed');
  };
  // Here and not by the dialog: its field has the focus before the dialog could see who had it.
  useEffect(() => {
    const element = focusAfter.current;
    if (state === 'closed' && element instanceof HTMLElement) {
      element.focus({ preventScroll: true });
    }
  }, [state]);
  useShortcuts([['Ctrl+K', open]]);
  return (
    <>
      <Button
        type="text"
        icon={<SearchOutlined aria-hidden />}
        aria-label={t('open')}
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        title={t('openWithKey', { key: 'Ctrl+K' })}
        onClick={open}
      >
        <span className={styles.word}>{t('open')}</span>
      </Button>
      {state !== 'never' && (
        <PaletteDialog isOpen={state === 'open'} hasStore={hasStore} onClose={close} />
      )}
    </>
  );
}
