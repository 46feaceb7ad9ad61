import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalText } from '@tiaoli/base';
import type { Manifest, OpenedPopulation } from '@tiaoli/simulation';
import { openPopulation } from '@tiaoli/simulation';

/** A population of the server, by the name of its folder. */
export type FoundPopulation =
  | { readonly kind: 'usable'; readonly name: string; readonly manifest: Manifest }
  | { readonly kind: 'unusable'; readonly name: string; readonly reason: LocalText };

/** The folder in which the populations of the server lie, each in a folder of its own; it may not be there yet. */
export interface PopulationFolder {
  /** In the order of their names. */
  list(): Promise<readonly FoundPopulation[]>;
  /** Undefined where none has this name. */
  find(name: string): Promise<FoundPopulation | undefined>;
  /** Where one of this name lies, or would. */
  pathOf(name: string): string;
}

export function openPopulationFolder(
  folder: string,
  { onlyInvented = false }: { readonly onlyInvented?: boolean } = {},
): PopulationFolder {
  const names = async (): Promise<readonly string[]> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((each) => each.isDirectory() && !each.name.startsWith('.'));
    return folders.map(({ name }) => name).toSorted();
  };
  const isShown = (found: FoundPopulation): boolean =>
    !onlyInvented || (found.kind === 'usable' && found.manifest.origin.kind === 'synthetic');
  const open = async (name: string): Promise<FoundPopulation> =>
    foundPopulation(name, await openPopulation(join(folder, name)));
  return {
    list: async () => (await Promise.all((await names()).map(open))).filter(isShown),
    find: async (name) => {
      const found = (await names()).includes(name) ? await open(name) : undefined;
      return found && isShown(found) ? found : undefined;
    },
    pathOf: (name) => join(folder, name),
  };
}

function foundPopulation(name: string, opened: OpenedPopulation): FoundPopulation {
  if (opened.kind === 'opened') return { kind: 'usable', name, manifest: opened.manifest };
  const [first] = opened.diagnostics;
  return { kind: 'unusable', name, reason: first?.message ?? { zh: '读不出来', en: 'unreadable' } };
}
