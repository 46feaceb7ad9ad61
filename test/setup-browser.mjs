// Makes sure that there is a Chromium with Chinese fonts for the tests of the workbench: installs Debian's where that can
// be done without asking, and says what to install everywhere else.
//
// `npm test` and `npm run bench` run this file before anything else; plain JavaScript with built-ins, for Node 20.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { installPackages } from './install-packages.mjs';

const known = JSON.parse(readFileSync(new URL('chromium-places.json', import.meta.url), 'utf8'));
const places = [process.env.CHROMIUM, ...known];

const missing = [
  ...(places.some((place) => place && existsSync(place)) ? [] : ['chromium']),
  ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
];

if (missing.length > 0) {
  installPackages(missing, {
    reason: 'The tests open the workbench in a browser.',
    elsewhere: 'Elsewhere: Chrome or Chromium; the variable CHROMIUM may name the program.',
  });
}

/** Only Linux comes without one. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { stdout = '' } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return (stdout ?? '').trim() !== '';
}
