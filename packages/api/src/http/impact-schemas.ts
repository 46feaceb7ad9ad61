import { z } from '@hono/zod-openapi';
import { localTextSchema } from './proposal-schemas.ts';

const figureSchema = z.object({
  value: z.string().openapi({ description: 'An exact decimal.' }),
  error: z.number().optional().openapi({ description: 'Standard error, in the same unit.' }),
});

const changeSchema = z.object({
  baseline: figureSchema,
  reform: figureSchema,
  change: figureSchema,
});

const sidedSchema = z.object({ people: figureSchema, amount: figureSchema });

const sideSchema = z.object({
  title: z.string(),
  on: z.string(),
  illustrative: z.array(z.string()).openapi({ description: 'Names of invented values.' }),
});

const measuredSchema = z.object({
  kind: z.literal('measured'),
  population: z.object({
    province: z.string(),
    preset: z.string(),
    seed: z.int(),
    year: z.int(),
    persons: z.int(),
    claims: z.int(),
    weighted: z.string().openapi({ description: 'People that the sample stands for.' }),
    root: z.string().openapi({ description: 'SHA-256 of its files.' }),
    targets: z.int().openapi({ description: 'Published figures that it meets.' }),
    illustrativeTargets: z.array(localTextSchema),
  }),
  scheme: z.string(),
  city: z.string(),
  baseline: sideSchema,
  reform: sideSchema,
  fund: changeSchema.openapi({ description: 'Yuan that all funds pay.' }),
  person: changeSchema.openapi({ description: 'Yuan that people bear.' }),
  byLayer: z.array(z.object({ layer: z.string(), payer: z.string(), amount: changeSchema })),
  better: sidedSchema,
  worse: sidedSchema,
  same: figureSchema,
  assumptions: z.array(localTextSchema),
  notSettled: z
    .array(z.object({ side: z.enum(['baseline', 'reform']), reason: z.string(), claims: z.int() }))
    .openapi({ description: 'Claims that the figures leave out: of these nothing is known.' }),
});

/** The form of `GateImpact`. */
export const impactSchema = z
  .union([measuredSchema, z.object({ kind: z.literal('not-measured'), reason: localTextSchema })])
  .openapi('GateImpact');
