// Makes sure that there is a Chromium with Chinese fonts for the tests of the workbench: installs Debian's where that can
// be done without asking, and says what to install everywhere else.
//
// `npm test` and `npm run bench` run this file before anything else; plain JavaScript with built-ins, for Node 20.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const known = JSON.parse(readFileSync(new URL('chromium-places.json', import.meta.url), 'utf8'));
const places = [process.env.CHROMIUM, ...known];

const missing = [
  ...(places.some((place) => place && existsSync(place)) ? [] : ['chromium']),
  ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
];

if (missing.length > 0) install(missing);

/** Only Linux comes without one. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { stdout = '' } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return (stdout ?? '').trim() !== '';
}

function install(packages) {
  const names = packages.join(' ');
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    process.stderr.write(
      `The tests open the workbench in a browser. Please install: ${names}\n` +
        `On Debian: sudo apt-get install ${names}. Elsewhere: Chrome or Chromium; the variable CHROMIUM may name the program.\n`,
    );
    process.exit(1);
  }
  process.stdout.write(`Installing ${names} for the tests in the browser…\n`);
  const ok =
    apt(['update', '-q']) && apt(['install', '-y', '-q', '--no-install-recommends', ...packages]);
  if (!ok) {
    process.stderr.write(`${names} could not be installed; see above.\n`);
    process.exit(1);
  }
}

function apt(args) {
  const { status } = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
