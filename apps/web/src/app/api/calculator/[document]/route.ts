import { resolveReference, settleForm } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import { z } from 'zod';
import type { AskedTarget } from '../../../../features/calculator/server/asked-target.ts';
import { askedTarget } from '../../../../features/calculator/server/asked-target.ts';
import { describePage, findingsOf } from '../../../../features/calculator/server/describe-page.ts';
import { documentOf } from '../../../../features/calculator/server/document-of.ts';
import { readBody } from '../../../../features/calculator/server/read-body.ts';
import { refusedProblem } from '../../../../features/calculator/server/refused-problem.ts';
import { problemResponse } from '../../../../http/problem.ts';
import { requestLanguage } from '../../../../http/request-language.ts';
import { storedPolicies } from '../../../../http/stored-policies.ts';

interface Context {
  readonly params: Promise<{ readonly document: string }>;
}

const noStore = { headers: { 'cache-control': 'no-store' } };

/** The form of a document for a place and a day, with its examples. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const language = requestLanguage(request);
  const asked = askedTarget(request.url);
  if ('problem' in asked) return problemResponse(asked.problem, language);
  const document = documentOf((await params).document);
  const described = await storedPolicies().live.ask((policies) =>
    describePage(policies, document, asked.target),
  );
  if (described.kind === 'page') return Response.json(described.page, noStore);
  const { diagnostics } = described;
  return problemResponse(refusedProblem(diagnostics), language, {
    findings: findingsOf(diagnostics, language),
  });
}

const caseShape = z.strictObject({ case: z.record(z.string(), z.unknown()) });

/** Settles a case as far as it is filled in; a case with mistakes is answered too, with each at its field. */
export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  const language = requestLanguage(request);
  const asked = askedTarget(request.url);
  if ('problem' in asked) return problemResponse(asked.problem, language);
  const read = await readBody(request, caseShape);
  if ('problem' in read) return problemResponse(read.problem, language);
  const document = documentOf((await params).document);
  const target: AskedTarget = asked.target;
  return storedPolicies().live.ask((policies) => {
    const { reference, diagnostics } = resolveReference(policies, document);
    if (!reference) {
      return problemResponse(refusedProblem(diagnostics), language, {
        findings: findingsOf(diagnostics, language),
      });
    }
    const answer = settleForm(policies, reference, { ...target, input: read.body.case, language });
    return Response.json(answer, noStore);
  });
}
