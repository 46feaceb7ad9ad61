import type { Policies } from '@tiaoli/workspace';
import { calculableDocuments } from '@tiaoli/workspace';
import type { CalculableAnswer } from '../../../features/calculator/model/pages-json.ts';
import { storedPolicies } from '../../../http/stored-policies.ts';

/** Which documents can be calculated. */
export async function GET(): Promise<Response> {
  const answer = await storedPolicies().live.ask(answerFor);
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}

/** Policies that did not change are the same object. */
const answers = new WeakMap<Policies, CalculableAnswer>();

function answerFor(policies: Policies): CalculableAnswer {
  const answer = answers.get(policies) ?? { documents: calculableDocuments(policies) };
  answers.set(policies, answer);
  return answer;
}
