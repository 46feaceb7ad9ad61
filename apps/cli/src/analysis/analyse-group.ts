// A thread of `analyse-in-threads.ts`: each message is a group of documents, each answer its findings.
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';

nodeModule.enableCompileCache(
  fileURLToPath(new URL('../../../../node_modules/.cache/tiaoli/', import.meta.url)),
);
const { analyseTogether } = await import('@tiaoli/regions');
parentPort?.on('message', (group) => parentPort?.postMessage(analyseTogether(group)));
