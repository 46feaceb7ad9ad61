// Installs Debian packages that tests need where that can be done without asking, and says what to install everywhere else.
//
// Plain JavaScript with built-ins, for Node 20: it runs before anything is there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Ends the process where they cannot be installed; `reason` and `elsewhere` are sentences for people. */
export function installPackages(packages, { reason, elsewhere }) {
  const names = packages.join(' ');
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    process.stderr.write(
      `${reason} Please install: ${names}\nOn Debian: sudo apt-get install ${names}. ${elsewhere}\n`,
    );
    process.exit(1);
  }
  process.stdout.write(`Installing ${names} for the tests…\n`);
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
