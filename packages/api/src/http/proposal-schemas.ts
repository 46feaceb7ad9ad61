import { z } from '@hono/zod-openapi';
import { proposalStates } from '@tiaoli/workspace';
import { piecesSchema } from './schemas.ts';

/** What the store refuses more precisely is only held to its type here. */
export const reasonSchema = z.string().max(20_000).openapi({ example: '基金有结余' });
export const roundSchema = z
  .int()
  .min(1)
  .max(2 ** 31 - 1)
  .openapi({ description: 'The round that one has read: of another one nothing is decided.' });

export const localTextSchema = z.object({ zh: z.string(), en: z.string() }).openapi('LocalText');

export const proposalStateSchema = z.enum(proposalStates);

export const proposalSchema = z
  .object({
    id: z.string(),
    jurisdictionId: z.string().openapi({ description: 'The office that proposes.' }),
    reviewPlaceId: z.string().openapi({ description: 'The office that decides.' }),
    documentId: z.string(),
    draftId: z.string(),
    authorId: z.string(),
    kind: z.enum(['overlay', 'change']),
    title: z.string(),
    state: proposalStateSchema,
    stateSince: z.string(),
    round: z.int(),
    assigneeId: z.string().optional(),
    versionId: z.string().optional(),
    createdAt: z.string(),
    authors: z.array(z.string()),
  })
  .openapi('Proposal');

export const proposalRoundSchema = z
  .object({
    proposalId: z.string(),
    number: z.int(),
    draftRevision: z.int(),
    path: z.string(),
    text: z.string(),
    sourceHash: z.string(),
    baseVersionId: z.string().optional(),
    effectiveFrom: z.string(),
    contentHash: z.string(),
    reason: z.string(),
    submittedAt: z.string(),
    submitterId: z.string(),
    clauses: z.array(z.object({ key: z.string(), clause: z.string(), text: z.string() })).openapi({
      description: 'The text cut at its clauses, in order; threads are anchored to a key.',
    }),
  })
  .openapi('ProposalRound');

export const inboxEntrySchema = z
  .object({
    task: z.enum(['take-up', 'decide', 'revise', 'publish', 'answer']),
    since: z.string().openapi({ description: 'Since when it waits for this person.' }),
    proposal: proposalSchema,
  })
  .openapi('InboxEntry');

export const threadSchema = z
  .object({
    id: z.string(),
    proposalId: z.string(),
    clause: z.string().openapi({ description: 'The key of its clause; empty for all of it.' }),
    round: z.int(),
    authorId: z.string(),
    createdAt: z.string(),
    resolvedAt: z.string().optional(),
    comments: z.array(
      z.object({
        number: z.int(),
        authorId: z.string(),
        text: z.string(),
        writtenAt: z.string(),
      }),
    ),
    suggestions: z.array(
      z.object({
        id: z.string(),
        authorId: z.string(),
        suggestedAt: z.string(),
        original: z.string(),
        replacement: z.string(),
        state: z.enum(['open', 'applied', 'declined']),
        settlerId: z.string().optional(),
        draftRevision: z.int().optional(),
      }),
    ),
  })
  .openapi('ReviewThread');

export const movedBaseSchema = z
  .object({
    base: z.string().optional(),
    mine: z.string(),
    theirs: z.string(),
    theirsVersionId: z.string(),
    revision: z.int().openapi({ description: 'Of mine; what a rebase names as If-Match.' }),
    merged: z.string().optional(),
    clauses: z.array(
      z.object({
        clause: z.string(),
        base: z.string().optional(),
        mine: z.string().optional(),
        theirs: z.string().optional(),
      }),
    ),
    pieces: piecesSchema,
  })
  .openapi('MovedBase');
