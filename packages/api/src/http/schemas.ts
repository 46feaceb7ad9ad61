import { z } from '@hono/zod-openapi';
import { roles } from '@tiaoli/workspace';

/** A text that a database can hold and give back as it was. */
function plainText(most: number) {
  return z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), { error: 'no plain text' });
}

export const idSchema = z.string().min(1).max(100).openapi({ example: '5b0c…' });
export const daySchema = z.iso.date().openapi({ example: '2027-01-01' });
export const momentSchema = z.iso.datetime();
export const titleSchema = plainText(200);
export const pathSchema = plainText(1024);
/** Its size is looked at where it is saved, in bytes. */
export const sourceSchema = z.string();

export const jurisdictionSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    level: z.enum(['nation', 'province', 'city', 'county']),
    parentId: z.string().optional(),
  })
  .openapi('Jurisdiction');

export const documentSchema = z
  .object({
    id: z.string(),
    jurisdictionId: z.string(),
    code: z.string().openapi({ description: '标识' }),
    title: z.string(),
  })
  .openapi('Document');

export const versionSchema = z
  .object({
    id: z.string(),
    documentId: z.string(),
    number: z.int().openapi({ description: 'In one order with the repeals, from 1.' }),
    hash: z.string().openapi({ description: 'SHA-256 of all that makes it this version.' }),
    sourceHash: z.string(),
    meaningHash: z.string(),
    engineVersion: z.string(),
    path: z.string(),
    effectiveFrom: z.string(),
    publishedAt: z.string(),
    publisherId: z.string(),
    rollbackOfId: z.string().optional(),
  })
  .openapi('Version');

export const repealSchema = z
  .object({
    id: z.string(),
    number: z.int(),
    from: z.string().openapi({ description: 'The first day on which nothing is in force.' }),
    reason: z.string(),
    recordedAt: z.string(),
  })
  .openapi('Repeal');

export const draftSchema = z
  .object({
    id: z.string(),
    jurisdictionId: z.string(),
    documentId: z.string(),
    authorId: z.string(),
    title: z.string(),
    path: z.string(),
    state: z.enum(['open', 'closed']),
    revision: z.int().openapi({ description: 'Its ETag is this number in quotes.' }),
    baseVersionId: z.string().optional(),
    savedAt: z.string(),
  })
  .openapi('Draft');

export const draftTextSchema = draftSchema
  .extend({ text: z.string().openapi({ description: 'Of the newest revision.' }) })
  .openapi('DraftText');

/** A text of two changes, piece by piece. */
export const piecesSchema = z
  .array(
    z.object({
      clause: z.string(),
      text: z.string().optional().openapi({ description: 'Absent where one must choose.' }),
      base: z.string().optional(),
      mine: z.string().optional(),
      theirs: z.string().optional(),
    }),
  )
  .openapi({
    description:
      'All of the text in order; with a side chosen for each disputed piece they are the merged text.',
  });

export const conflictSchema = z
  .object({
    type: z.string(),
    code: z.literal('draft-moved'),
    status: z.literal(412),
    title: z.string(),
    detail: z.string(),
    theirs: z.object({ revision: z.int(), authorId: z.string(), text: z.string() }),
    merged: z.string().optional().openapi({
      description:
        'Both changes in one text, where no clause was changed by both in different ways.',
    }),
    clauses: z.array(
      z.object({
        clause: z.string().openapi({ description: 'Empty for what stands between clauses.' }),
        base: z.string().optional(),
        mine: z.string().optional(),
        theirs: z.string().optional(),
      }),
    ),
    pieces: piecesSchema,
  })
  .openapi('DraftConflict');

/** The operator is whoever runs the program, and no account. */
export const roleSchema = z.enum(roles).exclude(['operator']);

export const personSchema = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    disabled: z.boolean(),
    grants: z.array(z.object({ jurisdictionId: z.string(), role: z.string() })),
    outsideAccount: z.string().optional().openapi({
      description: 'Of the other service by which the person signs in.',
    }),
    secondFactor: z.literal(true).optional().openapi({
      description: 'A code is asked for behind the password.',
    }),
  })
  .openapi('User');

export const auditLinkSchema = z
  .object({
    number: z.int(),
    content: z.string().openapi({ description: 'The event as canonical JSON, as it is hashed.' }),
    previousHash: z.string(),
    hash: z.string(),
  })
  .openapi('AuditLink');

/** Where something is said. */
export const clauseSchema = z.object({
  clause: z.string(),
  file: z.string(),
  line: z.int(),
  text: z.array(z.string()).openapi({ description: 'The sentences of the document, quoted.' }),
  source: z.string().optional(),
  grade: z.string().optional(),
  marks: z.array(z.string()),
});
