import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceText } from '@tiaoli/language-server';
import { root } from './start-stdio.ts';

/** The stored policies as the web app sends them, by path. */
export function policySources(): readonly SourceText[] {
  return readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tiaoli'))
    .sort()
    .map((path) => ({
      uri: `tiaoli:///policies/${path.split('/').map(encodeURIComponent).join('/')}`,
      text: readFileSync(join(root, 'policies', path), 'utf8'),
    }));
}
