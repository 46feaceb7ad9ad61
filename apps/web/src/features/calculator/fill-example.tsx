'use client';

import { BulbOutlined, DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Space } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { pageAddress } from './calculator-address.ts';
import { useForm } from './form/form-context.tsx';
import { isBlank } from './model/draft.ts';
import type { CalculatorPageJson, FormExample } from './model/pages-json.ts';

/** Fills the form from an example of the document; published cases stand first. */
export function FillExample({ page }: { readonly page: CalculatorPageJson }) {
  const t = useTranslations('calculator');
  const router = useRouter();
  const { draft, change } = useForm();
  const { examples, form } = page;
  const [first] = examples;
  if (!first) return null;
  const fill = ({ draft: filled, on, place }: FormExample): void => {
    change({ kind: 'replace', draft: filled });
    const own = place === page.place ? undefined : place;
    const address = { document: form.document, ...(on && { on }), ...(own && { place: own }) };
    router.replace(pageAddress(address), { scroll: false });
  };
  const items = examples.map(({ name, published }, at) => ({
    key: String(at),
    label: published ? t('publishedCase', { name, id: published }) : name,
  }));
  return (
    <Space.Compact>
      <Button
        type={isBlank(draft) ? 'primary' : 'default'}
        icon={<BulbOutlined aria-hidden />}
        title={first.name}
        onClick={() => fill(first)}
      >
        {t('fillExample')}
      </Button>
      {examples.length > 1 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items,
            onClick: ({ key }) => {
              const example = examples[Number(key)];
              if (example) fill(example);
            },
          }}
        >
          <Button
            icon={<DownOutlined aria-hidden />}
            aria-label={t('otherExamples')}
            title={t('otherExamples')}
          />
        </Dropdown>
      )}
    </Space.Compact>
  );
}
