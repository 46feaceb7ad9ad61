import {
  CalculatorOutlined,
  DiffOutlined,
  FolderOpenOutlined,
  FundOutlined,
  MedicineBoxOutlined,
  ReadOutlined,
  SolutionOutlined,
  TableOutlined,
} from '@ant-design/icons';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import styles from './app-shell.module.css';

/** Where one can go. */
export interface Place {
  readonly href: string;
  readonly word: PlaceWord;
  readonly icon: ReactNode;
}

export type PlaceWord =
  | ('inbox' | 'drafts' | 'proposals' | 'versions' | 'users' | 'audit')
  | ('documents' | 'calculator' | 'compare' | 'simulate')
  | ('unification' | 'catalogues' | 'services' | 'handbook');

/** What needs no store and no account. */
export const openPlaces: readonly Place[] = [
  { href: '/documents', word: 'documents', icon: <FolderOpenOutlined aria-hidden /> },
  { href: '/calculator', word: 'calculator', icon: <CalculatorOutlined aria-hidden /> },
  { href: '/compare', word: 'compare', icon: <DiffOutlined aria-hidden /> },
  { href: '/simulate', word: 'simulate', icon: <FundOutlined aria-hidden /> },
  { href: '/unification', word: 'unification', icon: <TableOutlined aria-hidden /> },
  { href: '/catalogues', word: 'catalogues', icon: <MedicineBoxOutlined aria-hidden /> },
  { href: '/services', word: 'services', icon: <SolutionOutlined aria-hidden /> },
  { href: '/handbook', word: 'handbook', icon: <ReadOutlined aria-hidden /> },
];

/** The places as links, with a mark on where one is. */
export function Navigation({
  places,
  counts = {},
}: {
  readonly places: readonly Place[];
  /** So many things wait there. */
  readonly counts?: Readonly<Record<string, number>>;
}) {
  const t = useTranslations('shell');
  const path = usePathname();
  return (
    <nav aria-label={t('navigation')} className={styles.navigation}>
      {places.map(({ href, word, icon }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          className={styles.place}
          aria-current={isHere(path, href) ? 'page' : undefined}
        >
          {icon}
          <span>{t(word)}</span>
          {(counts[href] ?? 0) > 0 && <span className={styles.count}>{counts[href]}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** The editor belongs to the documents, and so does what comes in. */
function isHere(path: string, href: string): boolean {
  const own = /^\/(?:editor|import)(?:\/|$)/u.test(path) ? '/documents' : path;
  return own.startsWith(href);
}
