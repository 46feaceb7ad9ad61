import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { remember } from '../shell/remember.ts';
import { useTour } from './tour-context.tsx';
import { tourCookie } from './tour-steps.ts';

const GuidedTour = dynamic(() => import('./guided-tour.tsx').then((module) => module.GuidedTour), {
  ssr: false,
});

/** The handbook, and the tour for whoever wants it again. */
export function HelpMenu() {
  const t = useTranslations('tour');
  const { isOpen, setOpen } = useTour();
  const begin = (): void => {
    remember(tourCookie, 'begun');
    setOpen(true);
  };
  const items = [
    {
      key: 'handbook',
      label: (
        <Link href="/handbook" prefetch={false}>
          {t('toHandbook')}
        </Link>
      ),
    },
    { key: 'tour', label: t('begin'), onClick: begin },
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button
          type="text"
          icon={<QuestionCircleOutlined aria-hidden />}
          aria-label={t('help')}
          title={t('help')}
        />
      </Dropdown>
      {isOpen && <GuidedTour onClose={() => setOpen(false)} />}
    </>
  );
}
