import type { z } from '@hono/zod-openapi';
import { problemSchema } from './api-problem.ts';

/** A JSON answer as a route declares it. */
export function jsonAnswer<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { content: { 'application/json': { schema } }, description };
}

/** What any route may answer instead. */
export const problemAnswers = {
  default: {
    content: { 'application/problem+json': { schema: problemSchema } },
    description: 'What cannot be done, why, and what to do about it (RFC 9457)',
  },
} as const;
