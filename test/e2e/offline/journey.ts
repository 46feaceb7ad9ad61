// Runs where there is no network: `unshare -rnm node journey.ts UNPACKED`. Prints an `OfflineReport`; what it shows of the
// server's log, and what may not stand there, lie beside the unpacked folder.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { launchBrowser } from '../launch-browser.ts';
import { openContext } from '../open-context.ts';

export interface OfflineReport {
  readonly reachedOutside: boolean;
  readonly couldWriteProgram: boolean;
  /** Exit codes. */
  readonly checked: number | null;
  readonly simulated: number | null;
  readonly served: number | null;
  /** From the start of the program to the answer of its first page. */
  readonly firstPageMillis: number;
  readonly firstPage: string;
  /** Whether the page of documents shows what was installed. */
  readonly documents: boolean;
  /** How the editor says that the text was checked. */
  readonly findings: string | null;
  /** Charts that the report of a simulation drew. */
  readonly charts: number;
  readonly metrics: string;
  /** Backups after the program ran twice with at most two kept, beginning with one. */
  readonly backups: number;
  readonly complaints: readonly string[];
}

const [unpacked = ''] = process.argv.slice(2);
const beside = dirname(unpacked);
const root = join(beside, 'root');
const bin = join(root, 'opt/tiaoli/current/bin');
const data = join(root, 'var/lib/tiaoli');
const password = '没有互联网也能用的很长的密码';

loopbackUp();
const reachedOutside = await reaches('1.1.1.1', 80);
run(join(unpacked, 'install.sh'), ['--root', root]);
// As the service has it: the program may write its data, and nothing of its own.
run('mount', ['--bind', join(root, 'opt'), join(root, 'opt')]);
run('mount', ['-o', 'remount,ro,bind', join(root, 'opt')]);
const couldWriteProgram = spawnSync('touch', [join(bin, 'x')]).status === 0;
const checked = tiaoli('check', join(data, 'policies'));
const simulated = simulate();
const complaints: string[] = [];
const started = performance.now();
const server = startServer();
const link = await server.setUpLink;
const address = new URL(link).origin;
const first = await fetch(address);
const firstPageMillis = Math.round(performance.now() - started);
const shown = await lookAround(address, link);
const metrics = await (await fetch('http://127.0.0.1:9470/metrics')).text();
const served = await server.stop();
const report: OfflineReport = {
  ...{ reachedOutside, couldWriteProgram, checked, simulated, served, firstPageMillis },
  ...{ firstPage: new URL(first.url).pathname, ...shown, metrics, backups: backUp(), complaints },
};
process.stdout.write(JSON.stringify(report));

function loopbackUp(): void {
  // SIOCSIFFLAGS with IFF_UP: Perl is on every Debian, `ip` is not.
  const script = `use Socket; socket(S, AF_INET, SOCK_DGRAM, 0) or die; my $r = pack("a16s", "lo", 0x41); ioctl(S, 0x8914, $r) or die $!;`;
  run('perl', ['-e', script]);
}

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: 5_000 });
    const end = (reached: boolean): void => {
      socket.destroy();
      done(reached);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

function run(program: string, args: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(program, [...args], {
    ...{ encoding: 'utf8', env: surroundings() },
  });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? status}\n${stdout}${stderr}`);
}

function tiaoli(...args: readonly string[]): number | null {
  const { status, stdout, stderr } = spawnSync(join(bin, 'tiaoli'), [...args], {
    ...{ cwd: data, encoding: 'utf8', env: surroundings() },
  });
  if (status !== 0) process.stderr.write(`${args.join(' ')}: ${status}\n${stdout}${stderr}\n`);
  return status;
}

/** Of this process nothing goes along: what is installed must do with what came with it. */
function surroundings() {
  return {
    ...{
      NODE_ENV: 'production' as const,
      PATH: '/usr/bin:/bin',
      HOME: data,
      TIAOLI_DATA: data,
      TIAOLI_LANGUAGE: 'zh',
    },
    ...{ TIAOLI_CACHE: join(data, 'cache'), NODE_COMPILE_CACHE: join(data, 'cache/compiled') },
    ...{ TIAOLI_SERVE_OPTIONS: '--port 3070 --metrics-port 9470', TIAOLI_BACKUPS: '2' },
  };
}

function simulate(): number | null {
  const people = join(data, 'populations/s');
  const made = tiaoli(
    ...['population', 'generate', '--preset', 'S', '--province', '山西省', '--seed', '1'],
    ...['--out', people],
  );
  if (made !== 0) return made;
  return tiaoli(
    ...['simulate', '--baseline', 'taiyuan.employee-outpatient@2023-01-01'],
    ...['--reform', 'taiyuan.employee-outpatient@2024-07-01', '--population', people],
    ...['--out', join(data, 'run'), '--policies', join(data, 'policies')],
  );
}

function startServer() {
  const child = spawn(join(bin, 'tiaoli-serve'), [], { cwd: data, env: surroundings() });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const setUpLink = new Promise<string>((done, fail) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/\S+\/set-up#[\w-]+/.exec(line)?.[0];
      if (found) done(found);
    });
    ended.then((code) => fail(new Error(`The server ended with ${code}:\n${log}`)));
  });
  return {
    setUpLink,
    async stop() {
      child.kill('SIGTERM');
      const code = await ended;
      writeFileSync(join(beside, 'log.jsonl'), log);
      return code;
    },
  };
}

/** Makes the first administrator, signs in as people do, and opens pages; another one looks at the report of the simulation. */
async function lookAround(address: string, link: string) {
  const [, token = ''] = link.split('#');
  const answer = await fetch(`${address}/api/v1/session/set-up`, {
    method: 'POST',
    headers: { origin: address, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ token, login: 'zhang.wei', name: '张伟', password },
      place: { level: 'province', name: '山西省' },
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const browser = await launchBrowser();
  try {
    const context = await openContext(browser, address, { list: complaints });
    const page = await context.newPage();
    await page.goto('/sign-in?next=/documents&secret=in-the-query');
    await page.getByLabel('登录名').fill('zhang.wei');
    await page.getByLabel('密码').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/documents/);
    await page.getByText('太原市').first().waitFor();
    await page.goto('/handbook');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto('/editor/policies/national/common.tiaoli');
    const checked = page.locator('[data-checked-version][data-state=ready]');
    await checked.waitFor();
    const findings = await checked.getAttribute('data-state');
    const cookies = (await context.cookies())
      .filter(({ httpOnly }) => httpOnly)
      .map(({ value }) => value);
    writeFileSync(
      join(beside, 'secrets.txt'),
      [token, password, 'in-the-query', encodeURIComponent(password), ...cookies].join('\n'),
    );
    await context.close();
    const paper = await browser.newPage({ offline: true });
    await paper.goto(`file://${join(data, 'run/report.html')}`);
    await paper.locator('svg').first().waitFor();
    return { documents: true, findings, charts: await paper.locator('svg').count() };
  } finally {
    await browser.close();
  }
}

function backUp(): number {
  for (let round = 0; round < 3; round += 1) {
    run(join(bin, 'tiaoli-backup'), []);
  }
  return readdirSync(join(data, 'backups')).length;
}
