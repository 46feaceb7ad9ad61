import { z } from '@hono/zod-openapi';
import type { Diagnostic, LocalText, TextLanguage } from '@tiaoli/base';

export const problemSchema = z
  .object({
    type: z.string(),
    code: z.string().openapi({ description: 'Stable; `tiaoli explain CODE` says more.' }),
    status: z.int(),
    title: z.string().openapi({ description: 'The fact, in one sentence.' }),
    detail: z.string().optional().openapi({ description: 'What to do about it.' }),
    findings: z
      .array(z.object({ code: z.string(), message: z.string(), hint: z.string().optional() }))
      .optional(),
  })
  .openapi('Problem');

export type ProblemStatus =
  | 400
  | 401
  | 403
  | 404
  | 409
  | 412
  | 413
  | 415
  | 422
  | 428
  | 429
  | 500
  | 503;

/**
 * What a request cannot have (RFC 9457).
 *
 * A class because routes unwind to the one place that answers with it by throwing it.
 */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: ProblemStatus;
  readonly title: LocalText;
  readonly remedy: LocalText | undefined;
  readonly findings: readonly Diagnostic[];
  /** In how many seconds to try again. */
  readonly retryAfter: number | undefined;

  constructor(problem: {
    readonly code: string;
    readonly status: ProblemStatus;
    readonly title: LocalText;
    readonly remedy?: LocalText | undefined;
    readonly findings?: readonly Diagnostic[];
    readonly retryAfter?: number;
  }) {
    super(problem.code);
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.remedy = problem.remedy;
    this.findings = problem.findings ?? [];
    this.retryAfter = problem.retryAfter;
  }
}

/** The problem as it is sent. */
export function problemResponse(problem: ApiProblem, language: TextLanguage): Response {
  const { code, status, title, remedy, findings } = problem;
  const body: z.infer<typeof problemSchema> = {
    ...{ type: `about:blank#${code}`, code, status, title: title[language] },
    ...(remedy && { detail: remedy[language] }),
    ...(findings.length > 1 && {
      findings: findings.map((finding) => ({
        code: finding.code,
        message: finding.message[language],
        ...(finding.hint && { hint: finding.hint[language] }),
      })),
    }),
  };
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}
