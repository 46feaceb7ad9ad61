import { Modal } from 'antd';
import { useTranslations } from 'next-intl';
import styles from './help-dialog.module.css';

const rows = [
  ['keySave', 'Ctrl+S'],
  ['keyQuickOpen', 'Ctrl+P'],
  ['keySymbol', 'Ctrl+Shift+O'],
  ['keyComplete', 'Ctrl+Space'],
  ['keyFix', 'Ctrl+.'],
  ['keyNextProblem', 'F8'],
  ['keyDefinition', 'F12'],
  ['keyReferences', 'Shift+F12'],
  ['keyRename', 'F2'],
  ['keyFormat', 'Shift+Alt+F'],
  ['keyFind', 'Ctrl+F'],
  ['keyComment', 'Ctrl+/'],
  ['keyExamples', 'Ctrl+Enter'],
  ['keyPanes', 'F6'],
  ['keyTab', 'Ctrl+M'],
  ['keyHelp', 'F1'],
] as const;

/** The keys of the editor. */
export function HelpDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const t = useTranslations('editor');
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title={t('helpTitle')} destroyOnHidden>
      <p>{t('tabHint')}</p>
      <table className={styles.keys}>
        <tbody>
          {rows.map(([word, key]) => (
            <tr key={word}>
              <th scope="row">{t(word)}</th>
              <td>
                <kbd>{key}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
