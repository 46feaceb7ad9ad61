import type { CitedText } from '@tiaoli/workspace';
import Link from 'next/link';
import styles from './cited-clause.module.css';
import { editorHref } from './editor-href.ts';

/** A clause with what it says, where that is from and how far it can be trusted; its name leads to the editor. */
export function CitedClause({ clause }: { readonly clause: CitedText }) {
  const { text, source, grade, marks, file, line } = clause;
  const said = [grade, ...marks].filter((part) => part !== undefined).join(' ');
  return (
    <>
      <p>
        <Link href={editorHref(file, line)}>{clause.clause}</Link>
      </p>
      {text.map((each) => (
        <blockquote key={each} className={styles.quote}>
          {each}
        </blockquote>
      ))}
      {source !== undefined && <p className={styles.quiet}>{source}</p>}
      {said !== '' && <p className={styles.quiet}>{said}</p>}
    </>
  );
}
