import type { Jurisdiction } from '@tiaoli/workspace';
import { UsageError } from '../usage-error.ts';

/** The name of a place with those above it, such as 全国/山东省/济南市. */
export function fullName(place: Jurisdiction, places: readonly Jurisdiction[]): string {
  const above = places.find(({ id }) => id === place.parentId);
  return above ? `${fullName(above, places)}/${place.name}` : place.name;
}

/** The place of a name; where several have it, with as many of those above it as tell them apart. */
export function findPlace(name: string, places: readonly Jurisdiction[]): Jurisdiction {
  const named = places.filter((place) => `/${fullName(place, places)}`.endsWith(`/${name}`));
  const [only] = named;
  if (only && named.length === 1) return only;
  const shown = (only ? named : places).map((place) => fullName(place, places)).join(', ');
  if (only) {
    throw new UsageError({
      zh: `叫「${name}」的地区不止一个：${shown}。请连上级一起写。`,
      en: `Several places are named "${name}": ${shown}. Write it with the place above it.`,
    });
  }
  throw new UsageError({
    zh: `没有「${name}」这个地区。${shown === '' ? '数据库里还没有任何地区，目前只有恢复备份（tiaoli restore）能带来。' : `有：${shown}。`}`,
    en: `There is no place "${name}". ${shown === '' ? 'There are no places yet; for now only a restored backup (tiaoli restore) brings them.' : `There are: ${shown}.`}`,
  });
}
