import { CheckCircleFilled, CloseCircleFilled, PlayCircleOutlined } from '@ant-design/icons';
import type { ComparisonView, ExampleView } from '@tiaoli/language-server';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { showAmount } from '../../shell/show-amount.ts';
import { useEditor } from '../page/editor-context.tsx';
import type { NumberChanges } from '../session/example-changes.ts';
import { changeKey, passedCount } from '../session/example-changes.ts';
import { useStore } from '../state/use-store.ts';
import styles from './examples-panel.module.css';

/** The examples of the document, run again as one types. */
export function ExamplesPanel() {
  const t = useTranslations('editor');
  const { session } = useEditor();
  const insight = useStore(session.insight.insight);
  const answer = insight?.examples;
  const version = insight?.examplesVersion;
  if (!answer) {
    return insight?.isOnDemand ? (
      <OnDemand />
    ) : (
      <p className={styles.empty} role="status">
        {t('examplesRunning')}
      </p>
    );
  }
  const { examples, blocked } = answer;
  const passed = passedCount(examples);
  return (
    <div
      className={styles.panel}
      data-testid="examples"
      data-examples-version={version}
      data-passed={passed}
      data-failed={examples.length - passed}
    >
      {insight.isOnDemand && <p className={styles.last}>{t('examplesOnDemand')}</p>}
      {blocked !== undefined && (
        <p className={styles.blocked} role="status">
          {blocked}
          {examples.length > 0 && <span className={styles.last}>{t('blockedKeepsLast')}</span>}
        </p>
      )}
      {examples.length === 0 && blocked === undefined && (
        <p className={styles.empty}>{t('examplesEmpty')}</p>
      )}
      {examples.length > 0 && (
        <div className={styles.summary}>
          <span>{t('examplesSummary', { passed, total: examples.length })}</span>
          <Button
            size="small"
            icon={<PlayCircleOutlined aria-hidden />}
            onClick={session.insight.runNow}
            title={t('withKey', { what: t('runExamples'), key: 'Ctrl+Enter' })}
          >
            {t('runExamples')}
          </Button>
        </div>
      )}
      <ul className={styles.examples} data-old={blocked !== undefined}>
        {examples.map((example) => (
          <Example
            key={`${example.name} ${example.range.start.line}`}
            example={example}
            changes={insight.changes}
            version={version}
          />
        ))}
      </ul>
    </div>
  );
}

function OnDemand() {
  const t = useTranslations('editor');
  const { session } = useEditor();
  return (
    <div className={styles.empty}>
      <p>{t('examplesOnDemand')}</p>
      <Button icon={<PlayCircleOutlined aria-hidden />} onClick={session.insight.runNow}>
        {t('runExamples')}
      </Button>
    </div>
  );
}

interface ExampleProps {
  readonly example: ExampleView;
  readonly changes: NumberChanges;
  readonly version: number | undefined;
}

function Example({ example, changes, version }: ExampleProps) {
  const t = useTranslations('editor');
  const { session, path, goTo } = useEditor();
  const asked = useStore(session.askedExample);
  const item = useRef<HTMLLIElement>(null);
  const { name, range, passed, cases, comparisons, problems } = example;
  const times = asked?.path === path && asked.name === name ? asked.times : 0;
  useEffect(() => {
    if (times === 0) return;
    item.current?.scrollIntoView({ block: 'nearest' });
    item.current?.querySelector('button')?.focus();
  }, [times]);
  return (
    <li ref={item} className={styles.example} data-passed={passed}>
      <div className={styles.head}>
        <span className={passed ? styles.good : styles.bad}>
          {passed ? (
            <CheckCircleFilled aria-label={t('passed')} />
          ) : (
            <CloseCircleFilled aria-label={t('failed')} />
          )}
        </span>
        <button
          type="button"
          className={styles.name}
          title={t('goToLine', { line: range.start.line + 1 })}
          onClick={() => goTo(path, range.start.line + 1)}
        >
          {name}
        </button>
        {cases.length > 0 && <span className={styles.cases}>{cases.join('、')}</span>}
      </div>
      {problems.map((problem) => (
        <p key={problem} className={styles.problem}>
          {problem}
        </p>
      ))}
      {comparisons.length > 0 && (
        <table className={styles.results}>
          <thead>
            <tr>
              <th scope="col">{t('result')}</th>
              <th scope="col">{t('expected')}</th>
              <th scope="col">{t('actual')}</th>
            </tr>
          </thead>
          <tbody>
            {comparisons.map((comparison) => (
              <Result
                key={`${comparison.name} ${comparison.range.start.line} ${comparison.range.start.character}`}
                comparison={comparison}
                change={changes.get(changeKey(name, comparison.name))?.before}
                version={version}
              />
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}

function Result({
  comparison: { name, expected, actual, agrees, range },
  change,
  version,
}: {
  readonly comparison: ComparisonView;
  readonly change: string | undefined;
  readonly version: number | undefined;
}) {
  const t = useTranslations('editor');
  const { path, goTo } = useEditor();
  const { line, character } = range.start;
  return (
    <tr data-agrees={agrees}>
      <th scope="row">
        <button
          type="button"
          className={styles.result}
          title={t('goToLine', { line: line + 1 })}
          onClick={() => goTo(path, line + 1, character + 1)}
        >
          {name}
        </button>
      </th>
      <td>{showAmount(expected)}</td>
      <td>
        {change !== undefined && (
          <del key={version} className={styles.before}>
            {showAmount(change)}
          </del>
        )}{' '}
        <span
          key={`${version} ${actual}`}
          className={change === undefined ? styles.actual : styles.changed}
          title={
            change === undefined
              ? undefined
              : t('changedFromTo', {
                  before: showAmount(change),
                  after: showAmount(actual),
                })
          }
        >
          {showAmount(actual)}
        </span>{' '}
        <span className={agrees ? styles.good : styles.bad}>{agrees ? `✓` : `✗`}</span>
        <span className={styles.hidden}>{agrees ? t('agrees') : t('differs')}</span>
      </td>
    </tr>
  );
}
