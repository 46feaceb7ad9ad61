'use client';

import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslations } from 'next-intl';
import type { ThemeChoice } from './theme.ts';
import { themeChoiceOf } from './theme.ts';
import { useTheme } from './theme-context.tsx';

const icons: Readonly<Record<ThemeChoice, React.ReactNode>> = {
  light: <SunOutlined aria-hidden />,
  dark: <MoonOutlined aria-hidden />,
  system: <DesktopOutlined aria-hidden />,
};

export function ThemeSwitch() {
  const t = useTranslations('shell');
  const { choice, choose } = useTheme();
  const words = {
    light: t('themeLight'),
    dark: t('themeDark'),
    system: t('themeSystem'),
  } as const;
  const items = (['light', 'dark', 'system'] as const).map((key) => ({
    key,
    label: words[key],
    icon: icons[key],
  }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectable: true,
        selectedKeys: [choice],
        onClick: ({ key }) => choose(themeChoiceOf(key)),
      }}
    >
      <Button type="text" aria-label={`${t('theme')}: ${words[choice]}`} icon={icons[choice]} />
    </Dropdown>
  );
}
