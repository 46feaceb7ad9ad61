import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

/** The part that is used here of Prisma's schema engine, which its WebAssembly package leaves untyped. */
interface SchemaEngine {
  diff(request: object): Promise<{ readonly exitCode: number; readonly stdout: string | null }>;
  free(): void;
}

interface EngineBindings {
  __wbg_set_wasm(exports: object): void;
  readonly SchemaEngine: {
    readonly new: (
      options: object,
      log: (text: string) => void,
      adapter: object,
    ) => Promise<SchemaEngine>;
  };
}

/** Once for the process: what binds it keeps its memory in variables of its own and cannot begin anew. */
const { SchemaEngine } = await loadEngine();

/** A migration: its folder's name and its statements. */
export interface MigrationText {
  readonly name: string;
  readonly sql: string;
}

/**
 * The statements that lead from what the migrations make to what the schema says; undefined where that is the same.
 *
 * The migrations are run on an embedded database in memory: no server is touched.
 */
export async function missingStatements(
  schema: string,
  migrations: readonly MigrationText[],
): Promise<string | undefined> {
  const database = new PGlite('memory://');
  const file = { path: '/schema.prisma', content: schema };
  const engine = await SchemaEngine.new(
    { datamodels: [[file.path, file.content]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(database)),
  );
  try {
    const { exitCode, stdout } = await engine.diff({
      from: migrations.length === 0 ? { tag: 'empty' } : fromMigrations(migrations),
      to: { tag: 'schemaDatamodel', files: [file] },
      script: true,
      exitCode: true,
      shadowDatabaseUrl: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 2 ? (stdout ?? '') : undefined;
  } finally {
    engine.free();
    await database.close();
  }
}

function fromMigrations(migrations: readonly MigrationText[]): object {
  return {
    tag: 'migrations',
    baseDir: '/migrations',
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

/** WebAssembly as far as it is used here: the library of types that the language comes with leaves it out. */
interface WebAssemblyLoader {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>;
}

async function loadEngine(): Promise<EngineBindings> {
  const path = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const bindings: EngineBindings = await import(path);
  const loader: WebAssemblyLoader = Reflect.get(globalThis, 'WebAssembly');
  const { instance } = await loader.instantiate(readFileSync(path.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start !== 'function') throw new Error('the schema engine has another shape');
  start();
  return bindings;
}
