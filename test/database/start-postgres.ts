import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A PostgreSQL of its own: nobody else's data, nothing left behind. */
export interface Postgres {
  /** The folder of its socket; it listens nowhere else. */
  readonly host: string;
  readonly user: string;
  readonly database: string;
  /** Its process, for tests that break it off. */
  readonly pid: number;
  /** Runs statements and gives the rows of the last of them as JSON values; throws what the server says. */
  readonly query: (sql: string) => readonly unknown[];
  /** Breaks it off as `pg_ctl stop -m immediate` does, and starts it again on what it had written. */
  readonly breakOff: () => Promise<void>;
  /** Ends it and removes what it kept; may be called twice. */
  readonly stop: () => Promise<void>;
}

const user = 'tiaoli';
const database = 'postgres';

/** How long it may take to start or to stop on a busy machine. */
const PATIENCE = 60_000;

/** Where its files are. */
export interface PostgresPlace {
  /** In a folder of this one; that for temporary files unless it is given. */
  readonly folder?: string;
  /** A folder that is there, for its log of what is written: a disk of its own in production. */
  readonly log?: string;
}

/** Starts one in a temporary folder; whoever starts it stops it, in `afterAll`. It ends with this process in any case. */
export async function startPostgres({
  folder = tmpdir(),
  log,
}: PostgresPlace = {}): Promise<Postgres> {
  const programs = findPrograms();
  const owner = ownerOfFiles();
  const host = mkdtempSync(join(folder, 'tiaoli-postgres-'));
  if (owner) chownSync(host, owner.uid, owner.gid);
  const data = join(host, 'data');
  const logged = log === undefined ? [] : ['-X', join(log, 'log')];
  if (log !== undefined && owner) chownSync(log, owner.uid, owner.gid);
  const own = { cwd: host, ...owner };
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, ...logged, '-U', user, '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...own, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
  const settings = ['-k', host, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'TimeZone=UTC'];
  const said: string[] = [];
  const start = (): ChildProcess => {
    const begun = spawn(join(programs, 'postgres'), ['-D', data, ...settings], {
      ...own,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    begun.stderr.on('data', (bytes: Buffer) => said.push(bytes.toString()));
    return begun;
  };
  let server = start();
  const kill = (): void => {
    server.kill('SIGQUIT');
  };
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    await end(server);
    process.off('exit', kill);
    rmSync(host, { recursive: true, force: true });
  };
  try {
    await untilReady(join(programs, 'pg_isready'), host, server);
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL does not start: ${said.join('')}`, { cause: error });
  }
  const breakOff = async (): Promise<void> => {
    await end(server, 'SIGQUIT');
    server = start();
    await untilReady(join(programs, 'pg_isready'), host, server);
  };
  const query = (sql: string) => runStatements(join(programs, 'psql'), host, sql);
  return { host, user, database, pid: server.pid ?? 0, query, breakOff, stop };
}

/** PostgreSQL as `test/setup-database.mjs` found it or installed it; the variable POSTGRES_BIN may name another one. */
function findPrograms(): string {
  const listed = readFileSync(join(import.meta.dirname, '../postgres-places.json'), 'utf8');
  const known: readonly string[] = JSON.parse(listed);
  const found = [process.env.POSTGRES_BIN, ...known].find(
    (place) => place && existsSync(join(place, 'initdb')),
  );
  if (found) return found;
  throw new Error('no PostgreSQL: run npm test, or set POSTGRES_BIN');
}

/** It refuses to run as root; its package comes with a user for it. */
function ownerOfFiles(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = ['-u', '-g'].map((which) =>
    Number(spawnSync('id', [which, 'postgres'], { encoding: 'utf8' }).stdout),
  );
  if (!uid || !gid) throw new Error('no user postgres');
  return { uid, gid };
}

async function untilReady(program: string, host: string, server: ChildProcess): Promise<void> {
  const last = Date.now() + PATIENCE;
  while (spawnSync(program, ['-q', '-h', host]).status !== 0) {
    if (hasEnded(server)) throw new Error(`it ended with ${server.exitCode ?? server.signalCode}`);
    if (Date.now() > last) throw new Error('it does not answer');
    await wait(100);
  }
}

async function end(server: ChildProcess, signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
  if (hasEnded(server)) return;
  const ended = new Promise((done) => server.once('exit', done));
  // Clients that are still there are cut off.
  server.kill(signal);
  const patience = setTimeout(() => server.kill('SIGKILL'), PATIENCE);
  await ended;
  clearTimeout(patience);
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function runStatements(program: string, host: string, sql: string): readonly unknown[] {
  const quiet = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1'];
  const { status, stdout, stderr } = spawnSync(
    program,
    [...quiet, '-h', host, '-U', user, '-d', database],
    { input: sql, encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
