import { z } from '@hono/zod-openapi';
import type { SignInResult } from '@tiaoli/workspace';

export const signInResultSchema = z
  .object({
    state: z.enum(['signed-in', 'second-factor']),
    person: z.object({ id: z.string(), login: z.string(), name: z.string() }).optional(),
  })
  .openapi('SignInResult');

export function signInJson(result: Exclude<SignInResult, { kind: 'wait' }>) {
  return {
    state: result.kind,
    ...(result.kind === 'signed-in' && { person: { ...result.person } }),
  };
}
