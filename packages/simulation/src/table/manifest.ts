import { createHash } from 'node:crypto';
import type { Calibration } from '../generate/calibration.ts';
import type { TableName } from './columns.ts';
import { tables } from './columns.ts';

/** Changes with every change of the columns or of what they mean. */
export const SCHEMA_VERSION = 1;

export interface ManifestFile {
  /** Relative to the folder of the population. */
  readonly path: string;
  readonly table: TableName;
  readonly bucket: number;
  readonly rows: number;
  readonly sha256: string;
}

/** Where a population comes from. */
export type Origin =
  | {
      readonly kind: 'synthetic';
      readonly generator: number;
      readonly seed: number;
      readonly preset: string;
      readonly province: string;
      /** The rules under which fund ratios, critical illness and assistance were measured. */
      readonly rules: {
        readonly document: string;
        readonly on: string;
        readonly meaningHash: string;
      };
      readonly calibration: Calibration;
    }
  | {
      readonly kind: 'imported';
      /** SHA-256 of the mapping. */
      readonly mapping: string;
      /** Rows of the file that were left out, as asked for. */
      readonly rejected: number;
    };

/** What lies beside the files of a population and says all of them. */
export interface Manifest {
  readonly format: 'tiaoli-population';
  readonly schemaVersion: number;
  readonly year: number;
  readonly origin: Origin;
  readonly buckets: number;
  readonly persons: number;
  readonly claims: number;
  readonly files: readonly ManifestFile[];
  /** SHA-256 of everything above: the name of this population. */
  readonly root: string;
}

export const MANIFEST_NAME = 'manifest.json';

/** The manifest with its root hash. */
export function sealManifest(open: Omit<Manifest, 'root'>): Manifest {
  return { ...open, root: rootOf(open) };
}

/** Over the files in their order, the schema and where the population comes from. */
export function rootOf(open: Omit<Manifest, 'root'>): string {
  const { format, schemaVersion, year, origin, buckets, persons, claims, files } = open;
  const told = { format, schemaVersion, year, origin, buckets, persons, claims, files, tables };
  return createHash('sha256').update(canonical(told)).digest('hex');
}

/** JSON with the members of objects sorted by name. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

export function printManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** The manifest that a text holds, or what is wrong with it. */
export function readManifest(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isManifest(value) ? value : undefined;
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { format, files, root, origin, buckets } = value as Partial<Manifest>;
  return (
    format === 'tiaoli-population' &&
    Array.isArray(files) &&
    files.every(isFile) &&
    typeof root === 'string' &&
    typeof buckets === 'number' &&
    (origin?.kind === 'synthetic' || origin?.kind === 'imported')
  );
}

/** Paths of a manifest are ours: a bucket file in the folder itself, nothing above it. */
function isFile(value: Partial<ManifestFile> | null): boolean {
  return (
    typeof value?.path === 'string' &&
    /^(persons|claims)-\d{4}\.parquet$/.test(value.path) &&
    typeof value.rows === 'number' &&
    typeof value.sha256 === 'string' &&
    (value.table === 'persons' || value.table === 'claims')
  );
}

export function fileName(table: TableName, bucket: number): string {
  return `${table}-${String(bucket).padStart(4, '0')}.parquet`;
}
