import type { TableEdit } from '@tiaoli/language';
import type { TableView } from '@tiaoli/language-server';
import { Button, Input, Space } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

/** A new last column: its name, and what it holds where the columns of the table say that. */
export function AddColumn({
  table,
  onEdit,
}: {
  readonly table: TableView;
  readonly onEdit: (edit: TableEdit) => void;
}) {
  const t = useTranslations('tableEditor');
  const [heading, setHeading] = useState('');
  const [type, setType] = useState('');
  const add = (): void => {
    const typed = table.isTyped ? { type } : {};
    onEdit({ kind: 'add-column', after: table.headings.length - 1, heading, ...typed });
    setHeading('');
  };
  return (
    <Space wrap size={8}>
      <Input
        size="small"
        value={heading}
        aria-label={t('columnName')}
        placeholder={t('columnName')}
        onChange={(event) => setHeading(event.target.value)}
      />
      {table.isTyped && (
        <Input
          size="small"
          value={type}
          aria-label={t('columnType')}
          placeholder={t('columnType')}
          onChange={(event) => setType(event.target.value)}
        />
      )}
      <Button size="small" disabled={heading.trim() === ''} onClick={add}>
        {t('addColumn')}
      </Button>
    </Space>
  );
}
