import { z } from '@hono/zod-openapi';
import type { NamedText } from '@tiaoli/workspace';
import { daySchema, idSchema, titleSchema } from './schemas.ts';

/** A text of the store, on a day. */
export const namedTextSchema = z
  .union([
    z.strictObject({
      versionId: idSchema,
      on: daySchema.optional().openapi({ description: 'Its own first day, where none is named.' }),
    }),
    z.strictObject({ draftId: idSchema, on: daySchema }),
    z.strictObject({
      proposalId: idSchema,
      on: daySchema.optional().openapi({ description: 'The first day of its newest round.' }),
    }),
  ])
  .openapi('NamedText');

/** The same without a day that is not named. */
export function named(text: z.infer<typeof namedTextSchema>): NamedText {
  if ('draftId' in text) return text;
  const { on, ...which } = text;
  return on === undefined ? which : { ...which, on };
}

export const newSimulationSchema = z
  .strictObject({ datasetId: idSchema, baseline: namedTextSchema, reform: namedTextSchema })
  .openapi('NewSimulation');

export const newDatasetSchema = z
  .strictObject({
    jurisdictionId: idSchema,
    title: titleSchema,
    retainUntil: daySchema.openapi({ description: 'The day from which it is not to be kept.' }),
    source: z.union([
      z.strictObject({
        kind: z.literal('generated').openapi({ description: 'Invented people.' }),
        province: z.string().max(100),
        preset: z.enum(['S', 'M', 'L']),
        seed: z.int().min(0),
      }),
      z.strictObject({
        kind: z.literal('folder').openapi({
          description: 'A population that an administrator has put into the folder of the office.',
        }),
        name: z.string().min(1).max(100),
      }),
    ]),
  })
  .openapi('NewDataset');
