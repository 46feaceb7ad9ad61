import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import type { JobProgress } from '@tiaoli/workspace';
import type { ChildMessage, JobTask, TaskEnd } from './child-messages.ts';

/** A process at work on a task. */
export interface TaskChild {
  readonly pid: number | undefined;
  /** What came of it; undefined where the process is gone and told nothing. */
  readonly ended: Promise<TaskEnd | undefined>;
  /** Ends it at once, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Begins a process: whatever a text makes of it, the server goes on. */
export function startChild(task: JobTask, onProgress: (progress: JobProgress) => void): TaskChild {
  const child = fork(new URL('./child-main.ts', import.meta.url), {
    // A group of its own: what a terminal sends at Ctrl-C is for the server, which ends its jobs.
    detached: true,
    // Maps and bytes go as they are.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const gone = new Promise<void>((done) => {
    child.once('exit', () => done());
    // It could not even be begun.
    child.once('error', () => done());
  });
  const ended = endOf(child, gone, onProgress);
  child.send(task, () => undefined);
  return {
    pid: child.pid,
    ended,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function endOf(
  child: ChildProcess,
  gone: Promise<void>,
  onProgress: (progress: JobProgress) => void,
): Promise<TaskEnd | undefined> {
  return new Promise((done) => {
    child.on('message', (told: ChildMessage) => {
      if (told.kind === 'ended') return done(told.end);
      const { kind: _, ...progress } = told;
      onProgress(progress);
    });
    void gone.then(() => done(undefined));
  });
}
