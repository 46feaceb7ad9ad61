// A process of `simulation-jobs.ts`: it is told one task, answers how far it is and then what came of it, and ends. Where
// nobody listens any more it clears away what it has begun.
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Diagnostic, LocalText } from '@tiaoli/base';
import type { MakeTask, RunTask, SimulationEnd, SimulationProgress } from './simulation-jobs.ts';
import type { SimulationMessage, SimulationOrder } from './start-simulation.ts';

nodeModule.enableCompileCache(
  fileURLToPath(new URL('../../../../node_modules/.cache/tiaoli/', import.meta.url)),
);
const { generatePopulation, outcomeText, runStudy } = await import('@tiaoli/simulation');

const stop = new AbortController();
process.on('disconnect', () => stop.abort());
process.once('message', (order: SimulationOrder) => {
  void endOf(order).then((end) => tell({ kind: 'ended', end }, () => process.exit(0)));
});

async function endOf({ task, cacheFolder }: SimulationOrder): Promise<SimulationEnd> {
  try {
    return task.kind === 'make' ? await make(task) : await run(task, cacheFolder);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
    return { kind: 'failed' };
  }
}

async function make({ kind: _kind, name: _name, ...request }: MakeTask): Promise<SimulationEnd> {
  const made = await generatePopulation({ ...request, onProgress, signal: stop.signal });
  switch (made.kind) {
    case 'made':
    case 'there-already':
      return { kind: 'made' };
    case 'targets-missed':
      return refused({
        zh: `${made.missed.length} 项校准目标没有达到，没有生成。请换一个规模。`,
        en: `${made.missed.length} targets of the calibration were missed, so nothing was made. Choose another size.`,
      });
    case 'not-made': {
      const { zh, en } = outcomeText(made.outcome);
      return refused({ zh: `没有生成：${zh}。`, en: `Nothing was made: ${en}.` });
    }
    default:
      return refused({
        zh: `写不进人群文件夹：${made.reason}。请检查磁盘空间和权限，再试一次。`,
        en: `The folder of populations cannot be written: ${made.reason}. Look at the space and the rights on the disk and try again.`,
      });
  }
}

async function run({ request }: RunTask, cacheFolder: string): Promise<SimulationEnd> {
  const simulated = await runStudy(request, { onProgress, signal: stop.signal, cacheFolder });
  switch (simulated.kind) {
    case 'done':
      return simulated;
    case 'refused':
      return refused(...simulated.diagnostics.map(withHint));
    default:
      return refused({ zh: '已取消。', en: 'Cancelled.' });
  }
}

function withHint({ message, hint }: Diagnostic): LocalText {
  if (!hint) return message;
  return { zh: `${message.zh}${hint.zh}`, en: `${message.en} ${hint.en}` };
}

function refused(...reasons: readonly LocalText[]): SimulationEnd {
  return { kind: 'refused', reasons };
}

function onProgress(done: number, of: number): void {
  tell({ kind: 'progress', ...({ done, of } satisfies SimulationProgress) });
}

/** Nobody is there to hear it once the job was taken away. */
function tell(message: SimulationMessage, told: () => void = () => undefined): void {
  if (process.connected) process.send?.(message, undefined, undefined, told);
  else told();
}
