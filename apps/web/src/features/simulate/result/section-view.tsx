import type { Section } from '@tiaoli/reports';
import styles from '../simulate.module.css';
import type { CaseFacts } from './case-facts.ts';
import type { Behind } from './cases-behind.ts';
import { behindOf, casesBehind } from './cases-behind.ts';
import { FigureView } from './figure-view.tsx';

/** One part of a result: its sentence, what has to be said with it, charts and their tables. */
export function SectionView({
  section: { id, title, tiles = [], lines, figures },
  facts,
  onDrill,
}: {
  readonly section: Section;
  readonly facts: readonly CaseFacts[];
  readonly onDrill: (behind: Behind) => void;
}) {
  const drillOf = (name: string): (() => void) | undefined => {
    const behind = behindOf(id, name);
    if (!behind || casesBehind(facts, behind).length === 0) return undefined;
    return () => onDrill(behind);
  };
  return (
    <section id={id} className={styles.card} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.sentence}>
        {title}
      </h2>
      {tiles.length > 0 && (
        <dl className={styles.tiles}>
          {tiles.map(({ name, text, note }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
              {note !== '' && <dd className={styles.quietInline}>{note}</dd>}
            </div>
          ))}
        </dl>
      )}
      {lines.map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
      {figures.map((figure) => (
        <FigureView key={figure.table.id} figure={figure} drillOf={drillOf} />
      ))}
    </section>
  );
}
