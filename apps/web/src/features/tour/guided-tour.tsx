import { Tour } from 'antd';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { linkTo, tourSteps } from './tour-steps.ts';

/** Where the button stands that goes on; the focus follows it, so that Enter is enough. */
const nextButton = 'tour-next';

/** Place by place along the navigation; arrows go on and back, Escape leaves. What one has no right to is left out. */
export function GuidedTour({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('tour');
  const [current, setCurrent] = useState(0);
  const [steps] = useState(() => tourSteps.filter(({ place }) => linkTo(place) !== null));
  useEffect(() => {
    if (current >= steps.length) return;
    // Where the panel goes is worked out in the next frame.
    const frame = requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`.${nextButton}`)?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [current, steps]);
  return (
    <Tour
      open
      current={current}
      onChange={setCurrent}
      onClose={onClose}
      onFinish={onClose}
      indicatorsRender={(at, of) => t('at', { at: at + 1, of })}
      steps={steps.map(({ word, place }, at) => ({
        title: t(`${word}.title`),
        description: t(`${word}.text`),
        target: linkTo(place),
        closable: { 'aria-label': t('leave') },
        prevButtonProps: { children: t('back') },
        nextButtonProps: {
          className: nextButton,
          children: t(at === steps.length - 1 ? 'finish' : 'next'),
        },
      }))}
    />
  );
}
