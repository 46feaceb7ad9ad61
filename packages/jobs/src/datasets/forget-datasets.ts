import type { Outcome, PolicyStore } from '@tiaoli/workspace';
import { peopleFolder, removePeople } from './dataset-folders.ts';

/**
 * Takes away the files of datasets that were deleted, where that failed or the server ended in between. What lies there by
 * now and is something else stays.
 */
export async function forgetDatasets(
  store: PolicyStore,
  populations: string,
): Promise<Outcome<number>> {
  const deleted = await store.deletedDatasets();
  if (deleted.kind === 'refused') return deleted;
  const { openPopulation } = await import('@tiaoli/simulation');
  let count = 0;
  for (const { folder, rootHash } of deleted.value) {
    const there = await openPopulation(peopleFolder(populations, folder));
    if (there.kind !== 'opened' || there.manifest.root !== rootHash) continue;
    await removePeople(populations, folder);
    count += 1;
  }
  return { kind: 'done', value: count };
}
