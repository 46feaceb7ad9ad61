import { CopyOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from './account.module.css';

/** A secret that is shown now and never again, with a button that copies it. */
export function ShownOnce({ note, text }: { readonly note: string; readonly text: string }) {
  const t = useTranslations('account');
  const [copied, setCopied] = useState<boolean>();
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className={styles.form}>
      <Alert type="warning" showIcon title={note} />
      <code className={styles.secret}>{text}</code>
      <div>
        {/* Without https a browser may have no clipboard: then one marks the text by hand. */}
        <Button icon={<CopyOutlined aria-hidden />} onClick={copy}>
          {t('copy')}
        </Button>
      </div>
      <p role="status">
        {copied === true && t('copied')}
        {copied === false && t('notCopied')}
      </p>
    </div>
  );
}
