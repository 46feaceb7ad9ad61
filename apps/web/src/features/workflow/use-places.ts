import { useMemo } from 'react';
import type { Place, StoredDocument } from './answers.ts';
import { useRead } from './use-api.ts';

/** All places, with their names by id. */
export function usePlaces() {
  const answer = useRead<{ readonly jurisdictions: readonly Place[] }>('/jurisdictions');
  const places = answer.data?.jurisdictions;
  const byId = useMemo(() => new Map(places?.map((place) => [place.id, place])), [places]);
  return { ...answer, places: places ?? [], byId };
}

/** All documents, by id. */
export function useStoredDocuments() {
  const answer = useRead<{ readonly documents: readonly StoredDocument[] }>('/documents');
  const documents = answer.data?.documents;
  const byId = useMemo(() => new Map(documents?.map((each) => [each.id, each])), [documents]);
  return { ...answer, documents: documents ?? [], byId };
}
