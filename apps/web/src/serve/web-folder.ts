import { join } from 'node:path';

/** The folder of this app, where Next.js finds its configuration and keeps what it built. */
export const webFolder = join(import.meta.dirname, '../..');

/** The root of the repository. */
export const repositoryFolder = join(webFolder, '../..');
