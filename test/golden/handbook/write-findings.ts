// Writes the handbook's pages of all findings anew: `npm run handbook`, after a message has changed.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findingsPage } from './findings-page.ts';
import { handbookFolder } from './read-handbook.ts';

for (const language of ['zh', 'en'] as const) {
  await writeFile(join(handbookFolder, language, 'findings.md'), findingsPage(language));
}
