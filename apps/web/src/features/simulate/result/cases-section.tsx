import type { Section } from '@tiaoli/reports';
import type { CaseChange } from '@tiaoli/simulation';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import styles from '../simulate.module.css';
import type { CaseFacts } from './case-facts.ts';
import { CaseTable } from './case-table.tsx';
import type { Behind } from './cases-behind.ts';
import { casesBehind } from './cases-behind.ts';

/** Single people, each to be settled under both versions; those behind one bar where one was chosen. */
export function CasesSection({
  run,
  section: { id, title, lines, figures },
  cases,
  facts,
  behind,
  onAll,
}: {
  readonly run: string;
  readonly section: Section;
  readonly cases: readonly CaseChange[];
  readonly facts: readonly CaseFacts[];
  readonly behind: Behind | undefined;
  readonly onAll: () => void;
}) {
  const t = useTranslations('simulate');
  const chosen = behind && new Set(casesBehind(facts, behind));
  return (
    <section id={id} className={styles.card} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h2 id={`${id}-title`} className={styles.sentence}>
        {title}
      </h2>
      {lines.map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
      {behind && (
        <p role="status" className={styles.behind}>
          {t('onlyBehind', { name: behind.name, count: chosen?.size ?? 0 })}{' '}
          <Button size="small" onClick={onAll}>
            {t('allCases')}
          </Button>
        </p>
      )}
      {figures.map(({ table }) => {
        const places = placesOf(cases, table.id);
        const shown = places.flatMap((place, row) =>
          !chosen || chosen.has(place) ? [{ place, row }] : [],
        );
        if (shown.length === 0) return null;
        return <CaseTable key={table.id} run={run} table={table} shown={shown} />;
      })}
    </section>
  );
}

/** Which cases the rows of a table are. */
function placesOf(cases: readonly CaseChange[], table: string): readonly number[] {
  return cases.flatMap(({ kind }, place) => (table === `cases-${kind}` ? [place] : []));
}
