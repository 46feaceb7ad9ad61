import { createRoute, z } from '@hono/zod-openapi';
import type { Dataset, Run } from '@tiaoli/workspace';
import { askForDataset, askForSimulation } from '@tiaoli/workspace';
import { jsonAnswer, problemAnswers } from '../http/answers.ts';
import type { ApiOptions, ApiRoutes } from '../http/api-environment.ts';
import { newRoutes } from '../http/api-environment.ts';
import { ask, askSerially } from '../http/ask.ts';
import { begun, begunJob } from '../http/begun-job.ts';
import { jsonBody } from '../http/bodies.ts';
import { datasetSchema, runSchema } from '../http/kept-schemas.ts';
import { reasonSchema } from '../http/proposal-schemas.ts';
import { foundOrProblem } from '../http/refused.ts';
import { idSchema } from '../http/schemas.ts';
import { named, newDatasetSchema, newSimulationSchema } from '../http/simulation-schemas.ts';

const idParams = z.object({ id: idSchema });

const listDatasets = createRoute({
  ...{ method: 'get', path: '/datasets', operationId: 'listDatasets' },
  summary: 'Datasets of one’s office over which rules are run',
  responses: {
    200: jsonAnswer(z.object({ datasets: z.array(datasetSchema) }), 'The datasets'),
    ...problemAnswers,
  },
});

const registerDataset = createRoute({
  ...{ method: 'post', path: '/datasets', operationId: 'registerDataset' },
  summary: 'Have people made or looked through as a job, and registered for an office',
  request: { body: jsonBody(newDatasetSchema) },
  responses: { ...begun, ...problemAnswers },
});

const deleteDataset = createRoute({
  ...{ method: 'post', path: '/datasets/{id}/delete', operationId: 'deleteDataset' },
  summary:
    'Delete a dataset and its files, with the reason for the audit trail; what was run over it stays',
  request: { params: idParams, body: jsonBody(z.strictObject({ reason: reasonSchema })) },
  responses: {
    200: jsonAnswer(
      datasetSchema.extend({
        filesGone: z.boolean().openapi({
          description: 'False where the disk refused: the server tries again every hour.',
        }),
      }),
      'What was deleted',
    ),
    ...problemAnswers,
  },
});

const simulate = createRoute({
  ...{ method: 'post', path: '/simulations', operationId: 'simulate' },
  summary: 'Have two texts run over a dataset as a job, or join the one that does',
  request: { body: jsonBody(newSimulationSchema) },
  responses: { ...begun, ...problemAnswers },
});

const listRuns = createRoute({
  ...{ method: 'get', path: '/runs', operationId: 'listRuns' },
  summary: 'Runs of one’s office, those made last first',
  responses: {
    200: jsonAnswer(z.object({ runs: z.array(runSchema) }), 'The runs'),
    ...problemAnswers,
  },
});

const getRun = createRoute({
  ...{ method: 'get', path: '/runs/{id}', operationId: 'getRun' },
  summary: 'A run, without its result',
  request: { params: idParams },
  responses: { 200: jsonAnswer(runSchema, 'The run'), ...problemAnswers },
});

const getRunResult = createRoute({
  ...{ method: 'get', path: '/runs/{id}/result', operationId: 'getRunResult' },
  summary: 'What came of a run, as `run.json` of `tiaoli simulate`',
  request: { params: idParams },
  responses: { 200: jsonAnswer(z.unknown(), 'The result'), ...problemAnswers },
});

/** People over whom rules are run, and what came of it: of one's own office alone. */
export function simulationRoutes({ store, removePeople }: ApiOptions): ApiRoutes {
  const routes = newRoutes();
  routes.openapi(listDatasets, async (context) => {
    const found = await ask(store, context.get('actorId'), ({ datasets }) => datasets.list());
    return context.json({ datasets: found.map(datasetJson) }, 200);
  });
  routes.openapi(registerDataset, async (context) => {
    const asked = context.req.valid('json');
    return begunJob(context, await askForDataset(store, context.get('actorId'), asked));
  });
  routes.openapi(deleteDataset, async (context) => {
    const { id } = context.req.valid('param');
    const { reason } = context.req.valid('json');
    const gone = await askSerially(store, context.get('actorId'), ({ datasets }) =>
      datasets.delete(id, reason),
    );
    const filesGone = await isRemoved(gone);
    return context.json({ ...datasetJson(gone), filesGone }, 200);
  });
  routes.openapi(simulate, async (context) => {
    const { datasetId, baseline, reform } = context.req.valid('json');
    const asked = { datasetId, baseline: named(baseline), reform: named(reform) };
    return begunJob(context, await askForSimulation(store, context.get('actorId'), asked));
  });
  routes.openapi(listRuns, async (context) => {
    const found = await ask(store, context.get('actorId'), ({ runs }) => runs.list());
    return context.json({ runs: found.map(runJson) }, 200);
  });
  routes.openapi(getRun, async (context) => {
    const { id } = context.req.valid('param');
    const found = await ask(store, context.get('actorId'), ({ runs }) => runs.find(id));
    return context.json(runJson(foundOrProblem(found)), 200);
  });
  routes.openapi(getRunResult, async (context) => {
    const { id } = context.req.valid('param');
    const result = await ask(store, context.get('actorId'), ({ runs }) => runs.result(id));
    const json: unknown = JSON.parse(foundOrProblem(result));
    return context.json(json, 200);
  });
  return routes;

  /** The row is deleted whatever the disk says; whoever works on jobs comes back to the files. */
  async function isRemoved({ folder }: Dataset): Promise<boolean> {
    if (!removePeople) return false;
    return removePeople(folder).then(
      () => true,
      () => false,
    );
  }
}

function datasetJson({ folder: _, registeredAt, isSynthetic, ...rest }: Dataset) {
  return { ...rest, synthetic: isSynthetic, registeredAt: registeredAt.toISOString() };
}

function runJson({ ranAt, ...rest }: Run) {
  return { ...rest, ranAt: ranAt.toISOString() };
}
