'use client';

import type { TreeDataNode } from 'antd';
import { Tree } from 'antd';
import { useTranslations } from 'next-intl';
import { allDocuments } from './choose-documents.ts';
import styles from './documents.module.css';
import type { PlaceDocuments } from './documents-answer.ts';

/** Nation, provinces and cities; choosing one shows what is below it. */
export function PlaceChoice({
  places,
  chosen,
  onChoose,
}: {
  readonly places: readonly PlaceDocuments[];
  readonly chosen: string | undefined;
  readonly onChoose: (place: string | undefined) => void;
}) {
  const t = useTranslations('documents');
  const all = { key: '', title: t('allPlaces') };
  return (
    <nav className={styles.places} aria-label={t('places')}>
      {places.length > 0 && (
        <Tree
          blockNode
          defaultExpandAll
          treeData={[all, ...places.map((place) => nodeOf(place, []))]}
          selectedKeys={[chosen ?? '']}
          onSelect={([key]) => onChoose(key ? String(key) : undefined)}
        />
      )}
    </nav>
  );
}

function nodeOf(place: PlaceDocuments, above: readonly string[]): TreeDataNode {
  const chain = [...above, place.place];
  return {
    key: chain.join('/'),
    title: (
      <span className={styles.placeName}>
        {place.place}
        <span className={styles.placeCount}>{allDocuments(place).length}</span>
      </span>
    ),
    children: place.places.map((below) => nodeOf(below, chain)),
  };
}
