import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The schema of the store, relative to the root. */
export const schemaPath = 'packages/store/prisma/schema.prisma';

/**
 * Makes the client of a schema; answers with what went wrong.
 *
 * Prisma's command wants its native schema engine before it does anything, and would download it, though generating asks
 * it nothing: any program will do.
 */
export function generateClient(schema: string = join(root, schemaPath)): string | undefined {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--schema', schema],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    },
  );
  return status === 0 ? undefined : `${stdout}${stderr}`;
}

if (import.meta.main) {
  const problem = generateClient();
  if (problem !== undefined) {
    process.stderr.write(problem);
    process.exitCode = 1;
  }
}
