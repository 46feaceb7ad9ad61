// A thread of `import-desk.ts`: it reads one file, and ends.
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { AskedImport, MadeImport } from './import-desk.ts';

nodeModule.enableCompileCache(
  fileURLToPath(new URL('../../../../node_modules/.cache/tiaoli/', import.meta.url)),
);
const { importDocument, reportLines } = await import('@tiaoli/import');

parentPort?.postMessage(await make(workerData));

async function make({ bytes, name, language }: AskedImport): Promise<MadeImport> {
  const outcome = await importDocument(bytes, name);
  if (outcome.kind === 'refused') {
    const [found] = outcome.diagnostics;
    if (!found) throw new Error('refused without a reason');
    const { code, message, hint } = found;
    return { kind: 'refused', code, message: message[language], hint: hint?.[language] ?? '' };
  }
  const { text, title, report } = outcome.value;
  return {
    ...{ kind: 'imported', text, report: reportLines(report).map((line) => line[language]) },
    ...(title !== undefined && { title }),
  };
}
