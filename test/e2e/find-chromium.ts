import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser of this machine; `CHROMIUM` names another one. Throws with what to install when there is none. */
export function findChromium(): string {
  const found = [process.env.CHROMIUM ?? '', ...places].find((place) => place && existsSync(place));
  if (found) return found;
  throw new Error(
    'There is no Chromium. On Debian: apt-get install chromium fonts-noto-cjk; elsewhere install Chrome, or name the program in the variable CHROMIUM.',
  );
}
