import { createRoute, z } from '@hono/zod-openapi';
import { parseDate } from '@tiaoli/base';
import type { PolicyStore, TextInForce } from '@tiaoli/workspace';
import { findDraftCompany, today } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { doneOrProblem } from '../http/refused.ts';
import { daySchema, idSchema, pathSchema, sourceSchema, titleSchema } from '../http/schemas.ts';

const textInForceSchema = z
  .object({
    documentId: idSchema,
    jurisdictionId: idSchema,
    title: titleSchema,
    versionId: idSchema,
    effectiveFrom: daySchema,
    path: pathSchema,
    text: sourceSchema,
  })
  .openapi('TextInForce');

const companySchema = z
  .object({
    own: textInForceSchema.optional().openapi({
      description:
        'What is in force of the document of the draft; a check reads the draft instead.',
    }),
    others: z.array(textInForceSchema),
  })
  .openapi('DraftCompany');

const getCompany = createRoute({
  ...{ method: 'get', path: '/drafts/{id}/company', operationId: 'getDraftCompany' },
  summary: 'The texts in force on a day (today) that a draft is checked with',
  request: {
    params: z.object({ id: idSchema }),
    query: z.object({ on: daySchema.optional() }),
  },
  responses: { 200: jsonAnswer(companySchema, 'The texts'), ...problemAnswers },
});

/** What an editor needs to check a draft as one types, without asking for each text by itself. */
export function companyRoutes(store: PolicyStore): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(getCompany, async (context) => {
    const { id: draftId } = context.req.valid('param');
    const { on } = context.req.valid('query');
    const day = (on === undefined ? undefined : parseDate(on)) ?? today();
    const request = { draftId, on: day };
    const found = doneOrProblem(await findDraftCompany(store, context.get('actorId'), request));
    const { own, others } = found;
    return context.json({ ...(own && { own: textJson(own) }), others: others.map(textJson) }, 200);
  });
  return routes;
}

function textJson({ document, version, text }: TextInForce): z.infer<typeof textInForceSchema> {
  const { id: documentId, jurisdictionId, title } = document;
  const { id: versionId, effectiveFrom, path } = version;
  return { documentId, jurisdictionId, title, versionId, effectiveFrom, path, text };
}
