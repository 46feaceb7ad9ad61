// Makes sure that there is LibreOffice, which opens the Word files, and pdftotext, which reads what it prints.
//
// `npm test` runs this file before anything else; plain JavaScript with built-ins, for Node 20.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { installPackages } from './install-packages.mjs';

const known = JSON.parse(readFileSync(new URL('office-places.json', import.meta.url), 'utf8'));
const places = [process.env.SOFFICE, ...known];

const missing = [
  ...(places.some((place) => place && existsSync(place)) ? [] : ['libreoffice-writer']),
  ...(spawnSync('pdftotext', ['-v']).error ? ['poppler-utils'] : []),
];

if (missing.length > 0) {
  installPackages(missing, {
    reason: 'The tests open Word files.',
    elsewhere: 'Elsewhere: LibreOffice and poppler; the variable SOFFICE may name the program.',
  });
}
