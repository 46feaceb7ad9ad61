#!/usr/bin/env node
// Starts the command line on the Node that the repository brings along.
//
// `npx tiaoli` already runs on it; a direct call with an older Node does not, so this file is plain
// JavaScript for Node 20 and starts itself once more on the right one.
import { spawn } from 'node:child_process';
import * as nodeModule from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);

if (major >= 24) {
  // What was compiled once is not compiled at every start.
  const cache = new URL('../../../node_modules/.cache/tiaoli/', import.meta.url);
  nodeModule.enableCompileCache(fileURLToPath(cache));
  await import('../src/main.ts');
} else {
  const node = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url));
  const self = fileURLToPath(import.meta.url);
  const child = spawn(node, [self, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    process.stderr.write(
      `tiaoli: cannot start Node 24 (${error.message}); run "npm install" first.\n`,
    );
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 128 + constants.signals[signal] : (code ?? 1);
  });
}
