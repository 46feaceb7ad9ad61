import { z } from '@hono/zod-openapi';
import { impactSchema } from './impact-schemas.ts';
import { localTextSchema } from './proposal-schemas.ts';

const answerableSchema = z.object({
  fingerprint: z.string(),
  text: localTextSchema,
});

const comparisonSchema = z.union([
  z.object({ kind: z.literal('first') }),
  z.object({
    kind: z.literal('compared'),
    isSame: z.boolean(),
    days: z.array(
      z.object({
        on: z.string(),
        results: z.array(z.object({ name: z.string(), state: z.string(), regions: z.number() })),
        isComplete: z.boolean(),
      }),
    ),
  }),
]);

/** The form of `GateReport`; what later programs add to it is sent, too. */
export const gateReportSchema = z
  .object({
    form: z.literal(1),
    engineVersion: z.string(),
    comparedWith: z.string(),
    findings: z.array(
      z.object({
        code: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        message: localTextSchema,
        line: z.int(),
      }),
    ),
    examples: z.array(z.object({ name: z.string(), passed: z.boolean() })),
    conformance: z.array(
      z.object({
        parameter: z.string(),
        place: z.string(),
        state: z.string().optional(),
        isOwn: z.boolean(),
        value: localTextSchema.optional(),
        bounds: localTextSchema.optional(),
      }),
    ),
    comparison: comparisonSchema,
    undecided: z.array(answerableSchema),
    illustrative: z.array(z.string()),
    unseen: z.array(z.string()),
    gradeD: z.array(answerableSchema),
    impact: impactSchema.optional(),
  })
  .openapi('GateReport');

const gateCheckSchema = z
  .object({
    id: z.string().openapi({ description: 'What an approval names.' }),
    proposalId: z.string(),
    round: z.int(),
    contentHash: z.string(),
    differenceHash: z.string(),
    checkerId: z.string(),
    checkedAt: z.string(),
    hasCertificate: z.boolean(),
    report: gateReportSchema,
  })
  .openapi('GateCheck');

const blockSchema = z
  .object({
    kind: z.enum([
      'finding',
      'example',
      'outside',
      'undecided',
      'thread',
      'illustrative',
      'unseen',
      'grade-d',
    ]),
    what: localTextSchema,
    message: z.string(),
    remedy: z.string().optional(),
  })
  .openapi('GateBlock');

export const acceptanceSchema = z
  .object({
    fingerprint: z.string(),
    kind: z.enum(['undecided', 'grade-d']),
    reason: z.string(),
    accepterId: z.string(),
    acceptedAt: z.string(),
  })
  .openapi('Acceptance');

const approvalSchema = z
  .object({
    id: z.string(),
    round: z.int(),
    checkId: z.string(),
    contentHash: z.string(),
    differenceHash: z.string(),
    reviewerId: z.string(),
    approvedAt: z.string(),
  })
  .openapi('Approval');

export const gateSchema = z
  .object({
    check: gateCheckSchema.optional().openapi({
      description: 'The newest check of the newest round; absent where there is none yet.',
    }),
    isCurrent: z.boolean().openapi({
      description: 'Whether it is of what is in force now; another one is not approved.',
    }),
    approvalBlocks: z.array(blockSchema),
    publicationBlocks: z.array(blockSchema),
    acceptances: z.array(acceptanceSchema),
    approvals: z.array(approvalSchema).openapi({ description: 'Of all rounds, oldest first.' }),
  })
  .openapi('ProposalGate');
