// Makes sure that there is a PostgreSQL of version 15 or later, on which the emitted SQL is tried.
//
// `npm test` runs this file before anything else; plain JavaScript with built-ins, for Node 20.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './install-packages.mjs';

const known = JSON.parse(readFileSync(new URL('postgres-places.json', import.meta.url), 'utf8'));
const places = [process.env.POSTGRES_BIN, ...known];

if (!places.some((place) => place && existsSync(join(place, 'initdb')))) {
  installPackages(['postgresql'], {
    reason: 'The tests settle claims in a PostgreSQL of their own.',
    elsewhere:
      'Elsewhere: PostgreSQL 15 or later; the variable POSTGRES_BIN may name the folder of its programs.',
  });
}
