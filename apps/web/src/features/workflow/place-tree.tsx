import type { TreeDataNode } from 'antd';
import { Tree } from 'antd';
import { useTranslations } from 'next-intl';
import type { Place } from './answers.ts';
import styles from './place-tree.module.css';

/** Nation, provinces, cities and counties; choosing one shows what belongs to it and to the places below it. */
export function PlaceTree({
  places,
  counts,
  chosen,
  onChoose,
}: {
  readonly places: readonly Place[];
  /** Of each place alone, by id. */
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}) {
  const t = useTranslations('workflow');
  const known = new Set(places.map(({ id }) => id));
  const roots = places.filter(({ parentId }) => parentId === undefined || !known.has(parentId));
  const nodeOf = (place: Place): TreeDataNode => ({
    key: place.id,
    title: (
      <span className={styles.name}>
        {place.name}
        <span className={styles.count}>{countBelow(places, counts, place.id)}</span>
      </span>
    ),
    children: places.filter(({ parentId }) => parentId === place.id).map(nodeOf),
  });
  return (
    <nav className={styles.places} aria-label={t('places')}>
      {places.length > 0 && (
        <Tree
          blockNode
          defaultExpandAll
          treeData={[{ key: '', title: t('allPlaces') }, ...roots.map(nodeOf)]}
          selectedKeys={[chosen ?? '']}
          onSelect={([key]) => onChoose(key ? String(key) : undefined)}
        />
      )}
    </nav>
  );
}

function countBelow(
  places: readonly Place[],
  counts: ReadonlyMap<string, number>,
  id: string,
): number {
  return placesBelow(places, id).reduce((sum, each) => sum + (counts.get(each) ?? 0), 0);
}

/** Ids of a place and all below it. */
export function placesBelow(places: readonly Place[], id: string): readonly string[] {
  const below = places.filter(({ parentId }) => parentId === id);
  return [id, ...below.flatMap((place) => placesBelow(places, place.id))];
}
