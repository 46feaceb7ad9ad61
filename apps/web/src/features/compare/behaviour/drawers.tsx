import { Collapse } from 'antd';
import { useTranslations } from 'next-intl';
import type { BehaviourAnswer } from '../behaviour-answers.ts';
import styles from '../compare.module.css';
import { WorkTable } from './work-table.tsx';

/** What is not told above, each kind with its count: nothing that is known, or not known, is hidden. */
export function Drawers({ answer }: { readonly answer: BehaviourAnswer }) {
  const t = useTranslations('compare');
  const { notCompared, onlyOld, onlyNew, withoutEffect, wordsOnly } = answer;
  const everybody = t('everybody');
  const drawers = [
    { key: 'rounding', lines: regionLines(answer, 'rounding', everybody) },
    { key: 'undecided', lines: regionLines(answer, 'undecided', everybody) },
    {
      key: 'notCompared',
      lines: [
        ...notCompared,
        ...onlyOld.map((name) => t('onlyOld', { name })),
        ...onlyNew.map((name) => t('onlyNew', { name })),
      ],
    },
    { key: 'withoutEffect', lines: withoutEffect },
    { key: 'wordsOnly', lines: wordsOnly },
  ] as const;
  return (
    <Collapse
      className={styles.drawers ?? ''}
      items={[
        ...drawers.map(({ key, lines }) => ({
          key,
          label: t(`drawers.${key}`, { count: lines.length }),
          collapsible: lines.length === 0 ? ('disabled' as const) : ('header' as const),
          children: <Lines lines={lines} />,
        })),
        { key: 'method', label: t('method'), children: <WorkTable work={answer.work} /> },
      ]}
    />
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** A line for each region of the state, over all results. */
function regionLines(
  { results }: BehaviourAnswer,
  state: 'rounding' | 'undecided',
  everybody: string,
): readonly string[] {
  return results.flatMap(({ name, regions }) =>
    regions
      .filter((region) => region.state === state)
      .map(({ condition, bounds, reasons }) =>
        [name, condition || everybody, bounds, reasons.join('、')].filter(Boolean).join('　'),
      ),
  );
}
