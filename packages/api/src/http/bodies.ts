import type { z } from '@hono/zod-openapi';

/** A JSON body as a route declares it; without one the request is refused. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { content: { 'application/json': { schema } }, required: true };
}
