import { listCatalogues } from '@tiaoli/workspace';
import type { CataloguesAnswer } from '../../../features/catalogues/catalogue-answers.ts';
import { storedPolicies } from '../../../http/stored-policies.ts';

/** Every catalogue that documents declare. */
export async function GET(): Promise<Response> {
  const catalogues = await storedPolicies().live.ask(listCatalogues);
  const answer: CataloguesAnswer = { catalogues };
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
