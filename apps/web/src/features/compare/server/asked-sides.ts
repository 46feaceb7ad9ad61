import type { TextLanguage } from '@tiaoli/base';
import type { NamedSide, Policies } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import type { Problem } from '../../../http/problem.ts';
import { problemResponse } from '../../../http/problem.ts';
import { requestLanguage } from '../../../http/request-language.ts';
import { storedPolicies } from '../../../http/stored-policies.ts';

/** The two sides of an address (`?old=…&new=…`) in the policies as they are stored. */
export interface AskedSides {
  readonly old: NamedSide;
  readonly now: NamedSide;
  readonly policies: Policies;
  readonly language: TextLanguage;
}

/** Longer references name nothing. */
const LONGEST = 400;

/** Answers about the two sides that the address names; refuses an address that does not name both. */
export async function withSides(
  request: NextRequest,
  answer: (sides: AskedSides) => Response | Promise<Response>,
): Promise<Response> {
  const language = requestLanguage(request);
  const { searchParams } = request.nextUrl;
  const [old, now] = [searchParams.get('old'), searchParams.get('new')];
  if (!isReference(old) || !isReference(now)) return problemResponse(sideMissing, language);
  return storedPolicies().live.ask((policies) =>
    answer({
      old: { policies, reference: old },
      now: { policies, reference: now },
      policies,
      language,
    }),
  );
}

function isReference(text: string | null): text is string {
  return text !== null && text !== '' && text.length <= LONGEST;
}

const sideMissing: Problem = {
  code: 'side-missing',
  status: 400,
  title: { zh: '没有说清楚比较哪两边。', en: 'It is not said which two sides to compare.' },
  detail: {
    zh: '请选择旧的一边和新的一边。',
    en: 'Choose the old side and the new side.',
  },
};
