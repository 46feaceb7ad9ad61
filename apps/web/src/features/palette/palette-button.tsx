import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../editor/page/use-shortcuts.ts';
import styles from './palette.module.css';

const loadDialog = () => import('./palette-dialog.tsx').then((module) => module.PaletteDialog);
const PaletteDialog = dynamic(loadDialog, { ssr: false });

/** Milliseconds after which the page has what it needs itself. */
const PAGE_LOADED = 1500;

/** The way to everything that has a name, by a button or Ctrl+K. */
export function PaletteButton({ hasStore }: { readonly hasStore: boolean }) {
  const t = useTranslations('palette');
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never');
  const focusAfter = useRef<Element | null>(null);
  const open = (): void => {
    const { activeElement } = document;
    if (state !== 'open') focusAfter.current = activeElement;
    // What is typed before the field is there must not go into the text below.
    if (activeElement instanceof HTMLElement && state !== 'open') activeElement.blur();
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
  // Whoever presses the keys types on at once: by then the dialog should be there.
  useEffect(() => {
    const timer = setTimeout(() => void loadDialog().catch(() => undefined), PAGE_LOADED);
    return () => clearTimeout(timer);
  }, []);
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
