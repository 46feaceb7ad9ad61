import { Modal } from 'antd';
import { useTranslations } from 'next-intl';
import { PaletteSearch } from './palette-search.tsx';

/** It stands at once and without motion: whoever opens it by a key types on. */
const still = { transitionName: '', maskTransitionName: '' };

/** Finds what has a name, and goes there. */
export function PaletteDialog({
  isOpen,
  hasStore,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly hasStore: boolean;
  /** `isLeaving`: for another page. */
  readonly onClose: (isLeaving: boolean) => void;
}) {
  const t = useTranslations('palette');
  return (
    <Modal
      open={isOpen}
      onCancel={() => onClose(false)}
      footer={null}
      title={t('title')}
      destroyOnHidden
      width={720}
      style={{ top: 56 }}
      focusable={{ focusTriggerAfterClose: false }}
      {...still}
    >
      <PaletteSearch hasStore={hasStore} onClose={onClose} />
    </Modal>
  );
}
