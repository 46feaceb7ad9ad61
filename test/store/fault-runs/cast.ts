import type { PolicyStore } from '@tiaoli/workspace';
import { as, makeWorld, personOf } from '../world.ts';

/** Who writes, on what: all of them on the same few documents. */
export interface Cast {
  readonly drafter: string;
  readonly proposer: string;
  readonly reviewer: string;
  readonly cityPublisher: string;
  readonly provincePublisher: string;
  readonly city: string;
  readonly province: string;
  readonly cityDocument: string;
  readonly provinceDocument: string;
  readonly drafts: readonly [string, string, string];
}

export async function makeCast(store: PolicyStore): Promise<Cast> {
  const world = await makeWorld(store);
  const drafter = personOf(world, 'city', 'drafter');
  const { city, province } = world.places;
  const cityDocument = world.documents.city.id;
  const begin = async () => {
    const draft = await as(store, drafter, ({ drafts }) =>
      drafts.create({
        ...{ jurisdictionId: city, documentId: cityDocument, title: '共同起草' },
        ...{ path: 'policies/city.tiaoli', text: '' },
      }),
    );
    return draft.id;
  };
  return {
    ...{ drafter, city, province, cityDocument, provinceDocument: world.documents.province.id },
    proposer: personOf(world, 'city', 'proposer'),
    reviewer: personOf(world, 'province', 'reviewer'),
    cityPublisher: personOf(world, 'city', 'publisher'),
    provincePublisher: personOf(world, 'province', 'publisher'),
    drafts: [await begin(), await begin(), await begin()],
  };
}
