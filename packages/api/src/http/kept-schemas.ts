import { z } from '@hono/zod-openapi';
import { mostCaseDays } from '@tiaoli/workspace';
import { idSchema, titleSchema } from './schemas.ts';

export const datasetSchema = z
  .object({
    id: z.string(),
    jurisdictionId: z.string(),
    title: z.string(),
    rootHash: z.string().openapi({ description: 'Of its files.' }),
    persons: z.int(),
    claims: z.int(),
    synthetic: z.boolean().openapi({ description: 'Its people are invented.' }),
    retainUntil: z.string().openapi({ description: 'The day from which it is not to be kept.' }),
    registrarId: z.string(),
    registeredAt: z.string(),
  })
  .openapi('Dataset');

export const runSchema = z
  .object({
    id: z.string(),
    jurisdictionId: z.string(),
    datasetId: z.string(),
    identity: z.string().openapi({ description: 'The same for the same question.' }),
    title: z.string(),
    resultHash: z.string(),
    runnerId: z.string(),
    ranAt: z.string(),
  })
  .openapi('Run');

export const caseSchema = z
  .object({
    id: z.string(),
    jurisdictionId: z.string(),
    versionId: z.string(),
    title: z.string(),
    keeperId: z.string(),
    keptAt: z.string(),
    expiresAt: z.string(),
  })
  .openapi('StoredCase');

export const storedCaseSchema = caseSchema
  .extend({ input: z.unknown().openapi({ description: 'As `tiaoli calc` takes it.' }) })
  .openapi('StoredCaseWithFacts');

export const newCaseSchema = z
  .strictObject({
    jurisdictionId: idSchema,
    versionId: idSchema,
    title: titleSchema,
    days: z.int().min(1).max(mostCaseDays),
    input: z.record(z.string(), z.unknown()),
  })
  .openapi('NewCase');
