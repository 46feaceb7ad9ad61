import { existsSync } from 'node:fs';
import places from '../chromium-places.json' with { type: 'json' };

/** The browser of this machine; `CHROMIUM` names another one. Throws with what to install when there is none. */
export function findChromium(): string {
  const found = [process.env.CHROMIUM ?? '', ...places].find((place) => place && existsSync(place));
  if (found) return found;
  throw new Error(
    'There is no Chromium. On Debian: apt-get install chromium fonts-noto-cjk; elsewhere install Chrome, or name the program in the variable CHROMIUM.',
  );
}
